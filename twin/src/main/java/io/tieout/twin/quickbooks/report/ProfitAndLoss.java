package io.tieout.twin.quickbooks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.time.VendorTime;
import io.tieout.twin.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The report `ProfitAndLoss`: a row for each account, a column for each customer that has any, or
/// one for all. The caller holds the realm's monitor.
public final class ProfitAndLoss {
    private static final String NOBODY = "";

    /// A column.
    ///
    /// @param customer whose figures stand in it, or null for everybody's
    private record Column(String title, String key, @Nullable String customer) {
        boolean holds(Posting posting) {
            return customer == null || customer.equals(posting.customer());
        }
    }

    private final Realm realm;
    private final ReportRequest request;
    private final List<Posting> postings;
    private final List<Column> columns;

    private ProfitAndLoss(Realm realm, ReportRequest request) {
        this.realm = realm;
        this.request = request;
        this.postings =
                Postings.of(realm, request).stream()
                        .filter(posting -> request.includes(posting.customer()))
                        .toList();
        this.columns = columns();
    }

    /// Refuses a request that the vendor would refuse.
    public static ObjectNode of(Realm realm, WireRequest request, Instant now) {
        var today = LocalDate.ofInstant(now, VendorTime.PACIFIC);
        return new ProfitAndLoss(realm, ReportRequest.of(request, today)).body(now);
    }

    private ObjectNode body(Instant now) {
        var body = Json.object();
        header(body.putObject("Header"), now);
        var array = body.putObject("Columns").putArray("Column");
        column(array, "", "Account", "account");
        columns.forEach(column -> column(array, column.title(), "Money", column.key()));
        var rows = body.putObject("Rows").putArray("Row");
        section(rows, Section.INCOME, true);
        section(rows, Section.COGS, false);
        sum(rows, "Gross Profit", "GrossProfit", List.of(Section.INCOME, Section.COGS));
        section(rows, Section.EXPENSES, true);
        sum(
                rows,
                "Net Operating Income",
                "NetOperatingIncome",
                List.of(Section.INCOME, Section.COGS, Section.EXPENSES));
        section(rows, Section.OTHER_INCOME, false);
        section(rows, Section.OTHER_EXPENSES, false);
        sum(rows, "Net Income", "NetIncome", List.of(Section.values()));
        return body;
    }

    private void header(ObjectNode header, Instant now) {
        header.put("Time", VendorTime.quickBooks(now));
        header.put("ReportName", "ProfitAndLoss");
        header.put("ReportBasis", request.cash() ? "Cash" : "Accrual");
        header.put("StartPeriod", request.from().toString());
        header.put("EndPeriod", request.to().toString());
        header.put("SummarizeColumnsBy", request.byCustomer() ? "Customers" : "Total");
        header.put("Currency", realm.homeCurrency());
        if (!request.customers().isEmpty()) {
            header.put("Customer", String.join(",", request.customers()));
        }
        var options = header.putArray("Option");
        options.addObject().put("Name", "AccountingStandard").put("Value", "GAAP");
        options.addObject()
                .put("Name", "NoReportData")
                .put("Value", String.valueOf(postings.isEmpty()));
    }

    private List<Column> columns() {
        List<Column> all = new ArrayList<>();
        if (request.byCustomer()) {
            postings.stream()
                    .map(Posting::customer)
                    .distinct()
                    .filter(customer -> !customer.equals(NOBODY))
                    .map(customer -> new Column(name("Customer", customer), customer, customer))
                    .sorted(Comparator.comparing(Column::title))
                    .forEach(all::add);
            if (postings.stream().anyMatch(posting -> posting.customer().equals(NOBODY))) {
                all.add(new Column("Not Specified", "0", NOBODY));
            }
        }
        all.add(new Column(request.byCustomer() ? "TOTAL" : "Total", "total", null));
        return all;
    }

    private static void column(ArrayNode columns, String title, String type, String key) {
        var column = columns.addObject().put("ColTitle", title).put("ColType", type);
        column.putArray("MetaData").addObject().put("Name", "ColKey").put("Value", key);
    }

    /// @param always whether it stands there without any account, too
    private void section(ArrayNode rows, Section section, boolean always) {
        var accounts =
                postings.stream()
                        .filter(posting -> posting.section() == section)
                        .map(Posting::account)
                        .distinct()
                        .sorted(Comparator.comparing(account -> name("Account", account)))
                        .toList();
        if (accounts.isEmpty() && !always) {
            return;
        }
        var row = rows.addObject();
        var heading = row.putObject("Header").putArray("ColData");
        heading.addObject().put("value", section.title);
        columns.forEach(_ -> heading.addObject().put("value", ""));
        if (!accounts.isEmpty()) {
            var inner = row.putObject("Rows").putArray("Row");
            accounts.forEach(account -> account(inner, account));
        }
        figures(
                row.putObject("Summary"),
                "Total " + section.title,
                column -> amount(column, List.of(section)));
        row.put("type", "Section").put("group", section.group);
    }

    private void account(ArrayNode rows, String account) {
        var row = rows.addObject();
        var cells =
                figures(
                        row,
                        name("Account", account),
                        column -> {
                            var own =
                                    postings.stream()
                                            .filter(posting -> posting.account().equals(account))
                                            .filter(column::holds)
                                            .map(Posting::amount)
                                            .toList();
                            return own.isEmpty()
                                    ? ""
                                    : own.stream()
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                                            .toPlainString();
                        });
        ((ObjectNode) cells.get(0)).put("id", account);
        row.put("type", "Data");
    }

    private void sum(ArrayNode rows, String title, String group, List<Section> sections) {
        var row = rows.addObject();
        figures(row.putObject("Summary"), title, column -> amount(column, sections));
        row.put("type", "Section").put("group", group);
    }

    private ArrayNode figures(ObjectNode holder, String title, Function<Column, String> figure) {
        var cells = holder.putArray("ColData");
        cells.addObject().put("value", title);
        columns.forEach(column -> cells.addObject().put("value", figure.apply(column)));
        return cells;
    }

    /// Nothing is written where nothing was posted.
    private String amount(Column column, List<Section> sections) {
        var own =
                postings.stream()
                        .filter(posting -> sections.contains(posting.section()))
                        .filter(column::holds)
                        .toList();
        var first = sections.getFirst().income;
        return own.isEmpty()
                ? ""
                : own.stream()
                        .map(posting ->
                                posting.section().income == first
                                        ? posting.amount()
                                        : posting.amount().negate())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString();
    }

    private String name(String entity, String id) {
        var found = Objects.requireNonNull(realm.find(entity, id), entity + " " + id);
        return found.path(entity.equals("Customer") ? "DisplayName" : "Name").asText();
    }
}
