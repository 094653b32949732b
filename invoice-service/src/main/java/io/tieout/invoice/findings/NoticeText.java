package io.tieout.invoice.findings;

import io.tieout.invoice.drafting.Refusal;

/// What a row's note says of a refusal: short enough to be read in a cell.
final class NoticeText {
    private static final int LENGTH_MAX = 300;

    private NoticeText() {}

    static String of(Refusal refusal) {
        String text = "%s. %s %s".formatted(refusal.title(), refusal.detail(), refusal.remedy());
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX - 1) + "…";
    }
}
