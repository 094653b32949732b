package io.tieout.console.flow;

import io.tieout.console.frame.Badge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is wrong with the flow, with the remedy of each.
final class Troubles {
    static final double QUOTA_LOW = 0.2;
    static final long LAG_HIGH = 1_000;

    private Troubles() {}

    static List<FlowPage.Trouble> of(
            List<ServiceLook> looks, List<ConnectionReport> reports, List<GroupLag> lags) {
        List<FlowPage.Trouble> troubles = new ArrayList<>();
        looks.stream()
                .filter(look -> !look.isUp())
                .map(look ->
                        new FlowPage.Trouble(
                                Badge.bad(look.health()),
                                "%s %s.".formatted(look.name(), look.detail()),
                                "Its messages wait in Kafka, nothing is lost. Start it again, and read its log if it stops once more."))
                .forEach(troubles::add);
        for (ConnectionReport report : reports) {
            report.problems().stream()
                    .map(problem ->
                            new FlowPage.Trouble(
                                    Badge.bad("connection"),
                                    report.connection() + ": " + problem.what(),
                                    problem.remedy()))
                    .forEach(troubles::add);
        }
        looks.stream()
                .flatMap(look -> look.quotas().stream())
                .filter(quota -> quota.remaining() < QUOTA_LOW)
                .map(quota ->
                        new FlowPage.Trouble(
                                Badge.waiting("quota"),
                                "%d %% of the %s quota of %s is left."
                                        .formatted(
                                                Math.round(quota.remaining() * 100),
                                                quota.bucket(),
                                                quota.vendor()),
                                "Calls wait for their turn by themselves. If it stays low, see below which operation calls most."))
                .distinct()
                .forEach(troubles::add);
        byGroup(lags).entrySet().stream()
                .filter(group -> group.getValue() >= LAG_HIGH)
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(group ->
                        new FlowPage.Trouble(
                                Badge.waiting("lag"),
                                "%s is %,d records behind."
                                        .formatted(group.getKey(), group.getValue()),
                                "It catches up by itself while the figure falls. If it rises, add a copy of the service, or look for one key that fails over and over."))
                .forEach(troubles::add);
        return troubles;
    }

    static Map<String, Long> byGroup(List<GroupLag> lags) {
        return lags.stream()
                .collect(
                        Collectors.groupingBy(
                                GroupLag::group,
                                java.util.TreeMap::new,
                                Collectors.summingLong(GroupLag::lag)));
    }
}
