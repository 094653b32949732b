package io.tieout.reconcile.engine;

/// In what two lines are booked differently. Pure.
final class Coding {
    private Coding() {}

    /// In words; empty when nothing contradicts.
    static String difference(Line sheet, Line books) {
        StringBuilder words = new StringBuilder();
        if (differ(sheet.project(), books.project())) {
            add(words, "project", sheet.entry().project(), books.entry().project());
        }
        if (differ(sheet.department(), books.department())) {
            add(words, "class", sheet.entry().department(), books.entry().department());
        }
        if (differ(sheet.account(), books.account())) {
            add(words, "account", sheet.entry().account(), books.entry().account());
        }
        return words.toString();
    }

    /// Whether what the two say about themselves, other than party, amount and date, agrees in
    /// something and contradicts in nothing.
    static boolean supports(Line sheet, Line books) {
        double like = sheet.likeness(books);
        boolean sameProject = !sheet.project().isEmpty() && sheet.project().equals(books.project());
        return like > 0 || (like < 0 && sameProject);
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equalsIgnoreCase(other);
    }

    private static void add(StringBuilder words, String what, String one, String other) {
        words.append(words.isEmpty() ? "" : "; ")
                .append(
                        "%s is \"%s\" in the sheet and \"%s\" in the books"
                                .formatted(what, Words.brief(one), Words.brief(other)));
    }
}
