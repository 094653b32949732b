package io.tieout.reconcile.records;

/// Enough of a text to know it by: people paste anything into a cell. Pure.
public final class Brief {
    private static final int LENGTH_MAX = 100;

    private Brief() {}

    public static String of(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }
}
