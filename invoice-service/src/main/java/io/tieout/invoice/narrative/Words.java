package io.tieout.invoice.narrative;

import java.util.List;

/// The descriptions of a draft's lines, in their order.
///
/// @param by `model:<name>` or `template`
public record Words(List<String> descriptions, String by) {
    public static final String BY_TEMPLATE = "template";

    public Words {
        descriptions = List.copyOf(descriptions);
    }
}
