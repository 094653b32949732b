package io.tieout.reconcile.explaining;

import io.tieout.kit.wording.Figures;
import io.tieout.kit.wording.Source;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which figures stand in the sheet and which in the books: a part of a sentence that speaks of one
/// side has no figure of the other alone. Pure.
///
/// @param common figures of the comparison, such as the difference
record Sides(Figures sheet, Figures books, Figures common) {
    private static final Pattern PARTS =
            Pattern.compile(
                    ";|:|,(?!\\d)|\\.(?!\\d)|\\b(?:and|but|while|whereas|against|than|to|from|with|although|though)\\b");
    private static final Pattern OF_SHEET =
            Pattern.compile("\\b(?:sheet|smartsheet|rows?|timesheet)\\b");
    private static final Pattern OF_BOOKS =
            Pattern.compile("\\b(?:books|quickbooks|bills?|expenses?|journal)\\b");

    private enum Side {
        SHEET,
        BOOKS,
        EITHER
    }

    static Sides of(Facts facts) {
        return new Sides(
                figures(facts.sheet()),
                figures(facts.books()),
                figures(List.of(facts.comparison())));
    }

    /// A part that names no side speaks of the one before it.
    boolean keptBy(String sentence) {
        if (sheet.isEmpty() || books.isEmpty()) {
            return true;
        }
        Side side = Side.EITHER;
        for (String part : PARTS.split(sentence.toLowerCase(Locale.ROOT))) {
            side = side(part, side);
            Figures said = Figures.of(part);
            boolean kept =
                    switch (side) {
                        case SHEET -> covers(sheet, books, said);
                        case BOOKS -> covers(books, sheet, said);
                        case EITHER -> true;
                    };
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    private boolean covers(Figures own, Figures other, Figures said) {
        Figures allowed = common.without(other);
        allowed.add(own);
        return allowed.cover(said);
    }

    private static Side side(String part, Side before) {
        boolean inSheet = OF_SHEET.matcher(part).find();
        boolean inBooks = OF_BOOKS.matcher(part).find();
        if (inSheet && inBooks) {
            return Side.EITHER;
        }
        return inSheet ? Side.SHEET : inBooks ? Side.BOOKS : before;
    }

    private static Figures figures(List<Source> sources) {
        Figures all = Figures.of("");
        sources.forEach(source -> all.add(Figures.of(source.text())));
        return all;
    }
}
