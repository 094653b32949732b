package io.tieout.twin.quickbooks.report;

import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.wire.WireRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/// What is asked of a report. A parameter that these books do not know is refused, so that nobody
/// relies on one that has no effect.
///
/// @param customers to which it is narrowed by id; empty for all
record ReportRequest(
        LocalDate from, LocalDate to, boolean cash, boolean byCustomer, List<String> customers) {
    private static final Set<String> KNOWN =
            Set.of(
                    "minorversion",
                    "start_date",
                    "end_date",
                    "accounting_method",
                    "summarize_column_by",
                    "customer");

    ReportRequest {
        customers = List.copyOf(customers);
    }

    /// @param today on which a report of the calendar year so far ends
    static ReportRequest of(WireRequest request, LocalDate today) {
        for (var parameter : request.rawQuery().split("&")) {
            var name = parameter.split("=", 2)[0];
            if (!name.isEmpty() && !KNOWN.contains(name)) {
                throw QuickBooksFault.unknownProperty(name);
            }
        }
        var from = date(request, "start_date", today.withDayOfYear(1));
        var to = date(request, "end_date", today);
        if (from.isAfter(to)) {
            throw QuickBooksFault.validation(
                    "2060", "Invalid date", "start_date is after end_date", "start_date");
        }
        return new ReportRequest(
                from,
                to,
                oneOf(request, "accounting_method", "Accrual", "Cash"),
                oneOf(request, "summarize_column_by", "Total", "Customers"),
                request.query("customer") == null
                        ? List.of()
                        : List.of(request.query("customer", "").split(",")));
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean includes(String customer) {
        return customers.isEmpty() || customers.contains(customer);
    }

    /// Whether it is the second of the two rather than the first, which is the default.
    private static boolean oneOf(WireRequest request, String name, String first, String second) {
        var value = request.query(name, first);
        if (!value.equals(first) && !value.equals(second)) {
            throw QuickBooksFault.validation(
                    "2170",
                    "Invalid enumeration",
                    "Value %s of %s is not one of %s, %s".formatted(value, name, first, second),
                    name);
        }
        return value.equals(second);
    }

    private static LocalDate date(WireRequest request, String name, LocalDate otherwise) {
        var text = request.query(name);
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw QuickBooksFault.validation(
                    "2060",
                    "Invalid date format",
                    "Date " + text + " is not of the form YYYY-MM-DD",
                    name);
        }
    }
}
