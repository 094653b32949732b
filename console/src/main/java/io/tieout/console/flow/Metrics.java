package io.tieout.console.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service's metrics, in Prometheus' text form, say about the vendors.
record Metrics(List<ServiceLook.Quota> quotas, List<ServiceLook.Calls> calls, long rowsRead) {
    static final Metrics NONE = new Metrics(List.of(), List.of(), 0);

    private static final Pattern LINE =
            Pattern.compile(
                    "(vendor_quota_remaining_ratio|vendor_calls_total|rows_published_total)"
                            + "\\{([^}]*)\\} ([0-9.eE+-]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    static Metrics read(String text) {
        List<ServiceLook.Quota> quotas = new ArrayList<>();
        List<ServiceLook.Calls> calls = new ArrayList<>();
        long[] rows = {0};
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::lookingAt)
                .forEach(line -> {
                    Map<String, String> labels = labels(line.group(2));
                    double value = Double.parseDouble(line.group(3));
                    String vendor = labels.getOrDefault("vendor", "");
                    switch (line.group(1)) {
                        case "vendor_quota_remaining_ratio" ->
                                quotas.add(
                                        new ServiceLook.Quota(
                                                vendor, labels.getOrDefault("bucket", ""), value));
                        case "vendor_calls_total" ->
                                calls.add(
                                        new ServiceLook.Calls(
                                                vendor,
                                                labels.getOrDefault("operation", ""),
                                                labels.getOrDefault("outcome", ""),
                                                (long) value));
                        default -> rows[0] += (long) value;
                    }
                });
        return new Metrics(quotas, calls, rows[0]);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }
}
