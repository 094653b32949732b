package io.tieout.bench.economy;

import io.tieout.bench.running.Twin;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The calls of a run by what they are for. Pure.
final class Bill {
    /// Why a call is made.
    enum Purpose {
        /// To carry out the work that is measured.
        WORK,
        /// To look whether anything changed, whether or not it did.
        POLL,
        TOKEN,
        PDF,
        /// Not to one of the two vendors.
        ELSEWHERE
    }

    private final List<Twin.Call> calls;

    Bill(List<Twin.Call> calls) {
        this.calls = List.copyOf(calls);
    }

    static Purpose purpose(Twin.Call call) {
        return switch (call.vendor()) {
            case "oauth" -> Purpose.TOKEN;
            case "smartsheet" ->
                    switch (call.operation()) {
                        case "get sheet version", "list webhooks", "get webhook", "list sheets" ->
                                Purpose.POLL;
                        default -> Purpose.WORK;
                    };
            case "quickbooks" -> ofBooks(call);
            default -> Purpose.ELSEWHERE;
        };
    }

    private static Purpose ofBooks(Twin.Call call) {
        if (call.operation().endsWith(" pdf")) {
            return Purpose.PDF;
        }
        return switch (call.operation()) {
            // What change data capture leaves out is looked at every so often, and once a day what
            // QuickBooks' own profit and loss says.
            case "cdc", "read companyinfo", "read preferences", "report profitandloss" ->
                    Purpose.POLL;
            default -> call.operation().startsWith("query") ? Purpose.POLL : Purpose.WORK;
        };
    }

    long count(Purpose purpose) {
        return calls.stream().filter(call -> purpose(call) == purpose).count();
    }

    long throttled() {
        return calls.stream().filter(call -> call.status() == 429).count();
    }

    void print(PrintStream out) {
        for (Purpose purpose : Purpose.values()) {
            Map<String, Long> lines =
                    calls.stream()
                            .filter(call -> purpose(call) == purpose)
                            .collect(
                                    Collectors.groupingBy(
                                            call ->
                                                    "%s, %s (%d)"
                                                            .formatted(
                                                                    call.vendor(),
                                                                    call.operation(),
                                                                    call.status()),
                                            TreeMap::new,
                                            Collectors.counting()));
            lines.forEach((line, count) -> out.printf("  %-9s %6d  %s%n", purpose, count, line));
        }
    }
}
