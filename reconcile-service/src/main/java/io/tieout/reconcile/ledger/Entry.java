package io.tieout.reconcile.ledger;

import java.util.Locale;

/// One line of either book. What is not known is an empty text.
///
/// @param id unique on its side
/// @param party vendor, customer or employee, as written
/// @param reference document number
/// @param link the hard identifier: on a sheet's line the QuickBooks id that it names
/// @param order purchase order number
/// @param amount in the currency's smallest unit; a credit is negative
/// @param day the document's date, as days since 1970
/// @param person who worked, of hours
public record Entry(
        String id,
        EntryKind kind,
        String party,
        String reference,
        String link,
        String order,
        long amount,
        String currency,
        int day,
        String description,
        String project,
        String department,
        String account,
        String person) {
    /// A line of which nobody's work is told.
    public Entry(
            String id,
            EntryKind kind,
            String party,
            String reference,
            String link,
            String order,
            long amount,
            String currency,
            int day,
            String description,
            String project,
            String department,
            String account) {
        this(
                id,
                kind,
                party,
                reference,
                link,
                order,
                amount,
                currency,
                day,
                description,
                project,
                department,
                account,
                "");
    }

    /// Letters and digits alone, without leading zeros: `# inv-00417` is `INV417`.
    public static String referenceKey(String written) {
        StringBuilder key = new StringBuilder(written.length());
        boolean inNumber = false;
        for (int i = 0; i < written.length() && key.length() < 40; i++) {
            char c = written.charAt(i);
            if (Character.isDigit(c)) {
                if (c == '0' && !inNumber && hasDigitAfter(written, i)) {
                    continue;
                }
                inNumber = true;
                key.append(c);
            } else {
                inNumber = false;
                if (Character.isLetter(c)) {
                    key.append(c);
                }
            }
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean hasDigitAfter(String written, int at) {
        return at + 1 < written.length() && Character.isDigit(written.charAt(at + 1));
    }
}
