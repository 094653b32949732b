package io.tieout.reconcile.engine;

/// In what two lines are booked differently. Pure.
final class Coding {
    private Coding() {}

    /// In words; empty when nothing contradicts.
    static String difference(Line sheet, Line books) {
        StringBuilder words = new StringBuilder();
        add(words, "project", sheet.project(), books.project());
        add(words, "class", sheet.department(), books.department());
        add(words, "account", sheet.account(), books.account());
        return words.toString();
    }

    /// Whether what the two say about themselves, other than party, amount and date, agrees in
    /// something and contradicts in nothing.
    static boolean supports(Line sheet, Line books) {
        double like = sheet.likeness(books);
        boolean sameProject = !sheet.project().isEmpty() && sheet.project().equals(books.project());
        return like > 0 || (like < 0 && sameProject);
    }

    private static void add(StringBuilder words, String what, String one, String other) {
        if (!one.isEmpty() && !other.isEmpty() && !one.equalsIgnoreCase(other)) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append(
                            "%s is \"%s\" in the sheet and \"%s\" in the books"
                                    .formatted(what, Words.brief(one), Words.brief(other)));
        }
    }
}
