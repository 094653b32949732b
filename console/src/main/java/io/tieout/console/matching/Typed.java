package io.tieout.console.matching;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people and scripts type when they decide about matching, looked at alike. Pure.
public final class Typed {
    /// A row: sheet and row id.
    public static final Pattern SHEET_LINE = Pattern.compile("(\\d{1,30}):(\\d{1,30})");

    /// A document or one line of it, such as `Bill:145` and `Bill:145#2`.
    private static final Pattern BOOKS_LINE = Pattern.compile("[A-Za-z]{3,30}:[^\\s]{1,60}");

    private static final int REASON_MAX = 500;

    private Typed() {}

    /// Why a person does something; empty when nothing was said.
    public static String reason(@Nullable String typed) {
        String stripped = typed == null ? "" : typed.strip();
        return stripped.substring(0, Math.min(stripped.length(), REASON_MAX));
    }

    /// Whether the two name a line of each book.
    public static boolean isPair(@Nullable String sheetLine, @Nullable String booksLine) {
        return sheetLine != null
                && booksLine != null
                && SHEET_LINE.matcher(sheetLine).matches()
                && BOOKS_LINE.matcher(booksLine).matches();
    }
}
