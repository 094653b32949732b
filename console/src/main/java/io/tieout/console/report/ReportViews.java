package io.tieout.console.report;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.model.finding.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a report in the words of its page.
@ApplicationScoped
class ReportViews {
    /// A page of more lines than these helps nobody; the CSV holds all.
    private static final int ITEMS_SHOWN_MAX = 500;

    private static final int NEAR_SHOWN_MAX = 3;
    private static final Set<String> CORRECTABLE =
            Set.of("CODING_ERROR", "AMOUNT_VARIANCE", "DATA_ENTRY_ERROR", "TIMING");

    private final ConsoleConfig config;

    ReportViews(ConsoleConfig config) {
        this.config = config;
    }

    static Address address(String realm, String project) {
        return Address.of("/reports/" + realm + "/project").with("project", project);
    }

    static String name(String project) {
        return project.isEmpty() ? "No project" : project;
    }

    ReportPage page(Frame frame, Report report) {
        List<Report.Item> shown = report.items().stream().limit(ITEMS_SHOWN_MAX).toList();
        return new ReportPage(
                frame,
                "",
                name(report.project()),
                sentence(report.counts()),
                When.exact(report.madeAt()),
                Address.of("/reports/" + report.realm() + "/project.csv")
                        .with("project", report.project())
                        .toString(),
                "/reports/" + report.realm(),
                bars(report.counts()),
                BudgetViews.of(report.budget()),
                BudgetViews.notes(report.budget()),
                profitAndLoss(report.profitAndLoss()),
                report.totals().stream().map(ReportViews::total).toList(),
                shown.stream().map(item -> item(report, item)).toList(),
                shown.size() < report.items().size()
                        ? "The first %d of %s are shown; the CSV holds all."
                                .formatted(shown.size(), Words.count(report.items().size(), "item"))
                        : "");
    }

    private static List<ReportPage.ProfitAndLoss> profitAndLoss(
            Report.@Nullable ProfitAndLoss said) {
        return said == null
                ? List.of()
                : List.of(
                        new ReportPage.ProfitAndLoss(
                                When.exact(said.asOf()),
                                "%s, %s to %s"
                                        .formatted(
                                                said.method().equals("CASH")
                                                        ? "By cash"
                                                        : "By accrual",
                                                said.from(),
                                                said.to()),
                                said.income().readable(),
                                said.costs().readable(),
                                said.net().readable(),
                                said.counted().readable(),
                                said.difference().readable(),
                                said.difference().value().signum() == 0,
                                said.reasons(),
                                said.notes()));
    }

    static List<ReportPage.Bar> bars(Map<Report.Part, Integer> counts) {
        int whole = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).sum());
        List<ReportPage.Bar> bars = new ArrayList<>();
        double from = 0;
        for (Report.Part part :
                List.of(
                        Report.Part.MATCHED,
                        Report.Part.UNSURE,
                        Report.Part.VARIANCE,
                        Report.Part.MISSING)) {
            int count = counts.getOrDefault(part, 0);
            double share = 100.0 * count / whole;
            bars.add(
                    new ReportPage.Bar(
                            part.name().toLowerCase(Locale.ROOT),
                            part.words(),
                            count,
                            from,
                            share));
            from += share;
        }
        return bars;
    }

    static String sentence(Map<Report.Part, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "Neither book has a line of this project.";
        }
        return "Of %s, %s."
                .formatted(
                        Words.count(all, "item"),
                        Arrays.stream(Report.Part.values())
                                .filter(part -> counts.getOrDefault(part, 0) > 0)
                                .map(part -> "%,d %s".formatted(counts.get(part), part.words()))
                                .collect(Collectors.joining(", ")));
    }

    private static ReportPage.Total total(Report.Total total) {
        return new ReportPage.Total(
                total.name(),
                total.items(),
                total.sheet().readable(),
                total.books().readable(),
                total.stake().readable());
    }

    /// One row against its documents, in what a journal entry can put right.
    private static String correction(String realm, String project, Report.Item item) {
        String category = item.category();
        return category != null
                        && CORRECTABLE.contains(category)
                        && item.sheet().size() == 1
                        && !item.books().isEmpty()
                ? Address.of("/reports/" + realm + "/correction")
                        .with("line", item.sheet().getFirst().lineId())
                        .with("project", project)
                        .toString()
                : "";
    }

    private ReportPage.Item item(Report report, Report.Item item) {
        Report.Amount difference = item.difference();
        return new ReportPage.Item(
                badge(item.part()),
                item.category() == null ? "" : category(item.category()),
                item.sheet().stream().map(line -> line(report, line)).toList(),
                item.books().stream().map(line -> line(report, line)).toList(),
                difference == null ? "" : difference.readable(),
                item.evidence(),
                item.explanation() == null ? "" : item.explanation().text(),
                item.explanation() == null ? "" : explainedBy(report, item, item.explanation()),
                Stream.concat(item.sheet().stream(), item.books().stream())
                        .flatMap(line -> line.near().stream())
                        .filter(near -> !near.failed().isEmpty())
                        .limit(NEAR_SHOWN_MAX)
                        .map(near ->
                                "Near is %s, but: %s"
                                        .formatted(
                                                report.name(near.lineId()).words(),
                                                String.join("; ", near.failed())))
                        .toList(),
                item.rule(),
                When.exact(item.since()),
                correction(report.realm(), report.project(), item));
    }

    private static String explainedBy(
            Report report, Report.Item item, Report.Explanation explanation) {
        return "Worded by %s from %s"
                .formatted(
                        explanation.by().replaceFirst("^model:", "the model "),
                        Stream.concat(item.sheet().stream(), item.books().stream())
                                .map(line -> report.name(line.lineId()).words())
                                .distinct()
                                .collect(Collectors.joining("; ")));
    }

    private ReportPage.Line line(Report report, Report.Line line) {
        Report.Document document = line.document();
        Report.Name name = report.name(line.lineId());
        return new ReportPage.Line(
                name.detail(),
                name.words(),
                document == null ? "" : href(document),
                Stream.of(line.party(), line.reference(), line.description(), line.account())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · ")),
                line.day().toString(),
                line.figure().readable());
    }

    /// QuickBooks' own page of a document is named after its type.
    private String href(Report.Document document) {
        String page =
                switch (document.type()) {
                    case "Bill" -> "bill";
                    case "Purchase" -> "expense";
                    case "VendorCredit" -> "vendorcredit";
                    case "PurchaseOrder" -> "purchaseorder";
                    case "JournalEntry" -> "journal";
                    case "TimeActivity" -> "timeactivity";
                    case "Invoice" -> "invoice";
                    default -> "";
                };
        return config.quickbooksPages()
                .filter(_ -> !page.isEmpty())
                .map(URI::toString)
                .map(base -> "%s/%s?txnId=%s".formatted(base, page, document.id()))
                .orElse("");
    }

    static String category(String name) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(name))
                .map(FindingKind::words)
                .findFirst()
                .orElse(name);
    }

    private static Badge badge(Report.Part part) {
        return switch (part) {
            case MATCHED -> Badge.good("matched");
            case UNSURE -> Badge.busy("to be confirmed");
            case VARIANCE -> Badge.waiting("variance");
            case MISSING -> Badge.bad("missing");
        };
    }
}
