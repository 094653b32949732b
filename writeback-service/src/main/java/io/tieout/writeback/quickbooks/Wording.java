package io.tieout.writeback.quickbooks;

/// Words as long as QuickBooks takes them: it refuses longer ones (2050). Pure.
final class Wording {
    private static final int DESCRIPTION_MAX = 4000;

    private static final String CUT = "…";

    private Wording() {}

    /// The words of something without a private note. They are cut rather than the anchor, by which
    /// it is found again.
    static String description(String text, String anchor) {
        String end = " [%s]".formatted(anchor);
        return cut(text, DESCRIPTION_MAX - end.length()) + end;
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + CUT;
    }
}
