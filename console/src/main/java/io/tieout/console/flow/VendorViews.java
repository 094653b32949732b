package io.tieout.console.flow;

import io.tieout.console.frame.Badge;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.live.ConnectionNews;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what is known about each connection: what was heard from it, what the services
/// tell, what its vendor's quotas are.
final class VendorViews {
    private static final long THOUSAND = 1_000;
    private static final String SECONDS = "Seconds";
    private static final String AGE = "Age";
    private static final List<String> METERED = List.of("meteredCalls", "meteredBudget");
    private static final Map<String, String> VENDORS =
            Map.of("smartsheet", "Smartsheet", "quickbooks", "QuickBooks");
    private static final Map<String, String> NEWS =
            Map.of(
                    "smartsheet.rows.v1", "Newest row",
                    "quickbooks.entities.v1", "Newest entity");

    private final List<ServiceLook> looks;
    private final List<ConnectionReport> reports;
    private final Map<String, String> companies;
    private final Instant now;

    VendorViews(
            List<ServiceLook> looks,
            List<ConnectionReport> reports,
            Map<String, String> companies,
            Instant now) {
        this.looks = looks;
        this.reports = reports;
        this.companies = companies;
        this.now = now;
    }

    List<FlowPage.Connection> connections(List<ConnectionNews.Newest> news) {
        Set<String> ids = new LinkedHashSet<>();
        news.forEach(newest -> ids.add(newest.connection()));
        reports.forEach(report -> ids.add(report.connection()));
        return ids.stream()
                .filter(id -> VENDORS.containsKey(vendor(id)))
                .sorted()
                .map(id -> connection(id, news))
                .toList();
    }

    private FlowPage.Connection connection(String id, List<ConnectionNews.Newest> news) {
        List<ConnectionReport> told =
                reports.stream().filter(report -> report.connection().equals(id)).toList();
        List<FlowPage.Fact> facts = new ArrayList<>();
        news.stream()
                .filter(newest -> newest.connection().equals(id))
                .filter(newest -> NEWS.containsKey(newest.topic()))
                .map(newest ->
                        new FlowPage.Fact(
                                NEWS.getOrDefault(newest.topic(), newest.topic()),
                                "",
                                When.ago(newest.at(), now)))
                .forEach(facts::add);
        told.stream()
                .flatMap(report -> report.facts().stream())
                .filter(fact -> !METERED.contains(fact.name()))
                .map(fact -> fact(fact.name(), fact.value()))
                .distinct()
                .forEach(facts::add);
        facts.addAll(metered(told));
        facts.addAll(economy(vendor(id)));
        return new FlowPage.Connection(
                title(id),
                id,
                state(told),
                facts,
                quotas(vendor(id), told),
                told.stream().flatMap(report -> tables(report).stream()).toList());
    }

    private String title(String id) {
        String vendor = VENDORS.getOrDefault(vendor(id), vendor(id));
        String rest = id.contains(":") ? id.substring(id.indexOf(':') + 1) : id;
        String company = companies.get(rest);
        return vendor + ", " + (company == null ? rest.replace(':', ' ') : company);
    }

    private static Badge state(List<ConnectionReport> told) {
        if (told.stream().anyMatch(report -> !report.problems().isEmpty())) {
            return Badge.bad("needs somebody");
        }
        List<String> states =
                told.stream()
                        .map(ConnectionReport::state)
                        .filter(state -> !state.isEmpty())
                        .distinct()
                        .toList();
        if (states.isEmpty()) {
            return Badge.good("heard from");
        }
        boolean well =
                states.stream()
                        .allMatch(state ->
                                List.of("CONNECTED", "OK", "UP", "ENABLED")
                                        .contains(state.toUpperCase(Locale.ROOT)));
        String words =
                states.stream()
                        .map(state -> state.toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
        return well ? Badge.good(words) : Badge.bad(words);
    }

    /// Calls since the services started, and for Smartsheet how many per 1,000 changed rows.
    private List<FlowPage.Fact> economy(String vendor) {
        List<ServiceLook.Calls> calls =
                looks.stream()
                        .flatMap(look -> look.calls().stream())
                        .filter(call -> call.vendor().equals(vendor))
                        .toList();
        if (calls.isEmpty()) {
            return List.of();
        }
        long all = calls.stream().mapToLong(ServiceLook.Calls::count).sum();
        long failed =
                calls.stream()
                        .filter(ServiceLook.Calls::failed)
                        .mapToLong(ServiceLook.Calls::count)
                        .sum();
        long rows = looks.stream().mapToLong(ServiceLook::rowsRead).sum();
        List<FlowPage.Fact> facts = new ArrayList<>();
        facts.add(
                new FlowPage.Fact(
                        "Calls since start",
                        failed == 0
                                ? "%,d".formatted(all)
                                : "%,d, %,d of them failed".formatted(all, failed),
                        null));
        if (vendor.equals("smartsheet") && rows > 0) {
            facts.add(
                    new FlowPage.Fact(
                            "Calls per 1,000 changed rows",
                            "%,d".formatted(Math.round((double) all * THOUSAND / rows)),
                            null));
        }
        return List.copyOf(facts);
    }

    /// Reads that the vendor bills, this month, of how many.
    private static List<FlowPage.Fact> metered(List<ConnectionReport> told) {
        Map<String, String> metered = new TreeMap<>();
        told.stream()
                .flatMap(report -> report.facts().stream())
                .filter(fact -> METERED.contains(fact.name()))
                .forEach(fact -> metered.put(fact.name(), grouped(fact.value())));
        String calls = metered.get(METERED.getFirst());
        String budget = metered.get(METERED.getLast());
        return calls == null
                ? List.of()
                : List.of(
                        new FlowPage.Fact(
                                "Billed reads this month",
                                budget == null ? calls : calls + " of " + budget,
                                null));
    }

    private static String grouped(String number) {
        return number.matches("[0-9]{1,18}") ? "%,d".formatted(Long.parseLong(number)) : number;
    }

    /// The least that any service sees of each bucket, or tells of it.
    private List<FlowPage.Headroom> quotas(String vendor, List<ConnectionReport> told) {
        Map<String, Double> least = new TreeMap<>();
        told.stream()
                .flatMap(report -> report.headroom().stream())
                .filter(left -> left.value().matches("[01](\\.[0-9]+)?"))
                .forEach(left ->
                        least.merge(left.name(), Double.parseDouble(left.value()), Math::min));
        looks.stream()
                .flatMap(look -> look.quotas().stream())
                .filter(quota -> quota.vendor().equals(vendor))
                .forEach(quota -> least.merge(quota.bucket(), quota.remaining(), Math::min));
        List<FlowPage.Headroom> quotas = new ArrayList<>();
        least.forEach((bucket, remaining) -> {
            int percent = (int) Math.round(remaining * 100);
            String left = percent + " % left";
            quotas.add(
                    new FlowPage.Headroom(
                            bucket.replace('-', ' '),
                            percent,
                            remaining < Troubles.QUOTA_LOW
                                    ? Badge.waiting(left)
                                    : Badge.good(left)));
        });
        return quotas;
    }

    private List<FlowPage.Table> tables(ConnectionReport report) {
        Map<String, List<ConnectionReport.Part>> byName =
                report.parts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ConnectionReport.Part::of,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<FlowPage.Table> tables = new ArrayList<>();
        byName.forEach((name, parts) -> {
            List<String> names =
                    parts.stream()
                            .flatMap(part -> part.facts().stream())
                            .map(ConnectionReport.Fact::name)
                            .distinct()
                            .toList();
            tables.add(
                    new FlowPage.Table(
                            words(name),
                            names.stream().map(VendorViews::words).toList(),
                            parts.stream().map(part -> row(names, part)).toList()));
        });
        return tables;
    }

    private List<FlowPage.Fact> row(List<String> names, ConnectionReport.Part part) {
        return names.stream()
                .map(name ->
                        part.facts().stream()
                                .filter(fact -> fact.name().equals(name))
                                .map(fact -> fact(fact.name(), fact.value()))
                                .findFirst()
                                .orElse(new FlowPage.Fact(words(name), "", null)))
                .toList();
    }

    private FlowPage.Fact fact(String name, String value) {
        if (name.endsWith(SECONDS) && value.matches("[0-9]{1,10}")) {
            String span = Words.age(now.minusSeconds(Long.parseLong(value)), now);
            String what = name.substring(0, name.length() - SECONDS.length());
            return what.endsWith(AGE)
                    ? new FlowPage.Fact(
                            words(what.substring(0, what.length() - AGE.length())),
                            span.equals("now") ? "new" : span + " old",
                            null)
                    : new FlowPage.Fact(words(what), span, null);
        }
        Instant at = instant(value);
        return at == null
                ? new FlowPage.Fact(words(name), value, null)
                : new FlowPage.Fact(
                        words(name),
                        "",
                        at.isAfter(now)
                                ? new When(
                                        at.toString(), "in " + Words.age(now, at), Words.exact(at))
                                : When.ago(at, now));
    }

    private static @Nullable Instant instant(String value) {
        try {
            return value.length() < 20 ? null : Instant.parse(value);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// `tokenExpiresAt` is `Token expires`.
    static String words(String name) {
        String spaced =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .replace('_', ' ')
                        .replace('-', ' ')
                        .toLowerCase(Locale.ROOT)
                        .replaceAll(" at$", "")
                        .strip();
        return spaced.isEmpty()
                ? name
                : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static String vendor(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }
}
