package io.tieout.reconcile.explaining;

import io.tieout.reconcile.engine.Category;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words by which each category is known. Pure.
final class OtherCategories {
    private OtherCategories() {}

    static boolean named(String sentence, Category own) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return Arrays.stream(Category.values())
                .filter(category -> category != own)
                .anyMatch(category -> words(category).matcher(lower).find());
    }

    private static final Pattern UNBILLED = Pattern.compile("\\bunbilled|\\blabou?r\\b");
    private static final Pattern RECEIPT = Pattern.compile("\\breceipt");
    private static final Pattern CODING = Pattern.compile("\\b(?:mis|re)?cod(?:ing|ed)\\b");
    private static final Pattern ENTRY =
            Pattern.compile("\\bdata[ \u2013-]?entry|\\btypo|\\bswapped|\\btransposed");
    private static final Pattern TIMING = Pattern.compile("\\btiming\\b");
    private static final Pattern VARIANCE = Pattern.compile("\\bvarian");
    private static final Pattern DUPLICATE = Pattern.compile("\\bduplicat|\\btwice\\b");
    private static final Pattern NOT_IN_BOOKS =
            Pattern.compile("\\bmissing (?:in|from) (?:the )?(?:quickbooks|books)\\b");
    private static final Pattern NOT_IN_SHEET =
            Pattern.compile("\\bmissing (?:in|from) (?:the )?(?:smartsheet|sheet)\\b");

    private static Pattern words(Category category) {
        return switch (category) {
            case UNBILLED_LABOR -> UNBILLED;
            case MISSING_RECEIPT -> RECEIPT;
            case CODING_ERROR -> CODING;
            case DATA_ENTRY_ERROR -> ENTRY;
            case TIMING -> TIMING;
            case AMOUNT_VARIANCE -> VARIANCE;
            case DUPLICATE -> DUPLICATE;
            case MISSING_IN_QUICKBOOKS -> NOT_IN_BOOKS;
            case MISSING_IN_SMARTSHEET -> NOT_IN_SHEET;
        };
    }
}
