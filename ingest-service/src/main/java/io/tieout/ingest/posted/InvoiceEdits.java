package io.tieout.ingest.posted;

import io.tieout.ingest.posted.InvoiceFacts.Line;
import io.tieout.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a person has changed of an invoice, in words. Pure.
final class InvoiceEdits {
    private static final int LINES_NAMED_MAX = 3;
    private static final int WORDS_MAX = 60;

    private InvoiceEdits() {}

    static List<String> between(InvoiceFacts posted, InvoiceFacts now) {
        List<String> edits = new ArrayList<>();
        compare(edits, "customer", id(posted), id(now));
        compare(edits, "date", posted.date().toString(), now.date().toString());
        compare(edits, "total", money(posted.total()), money(now.total()));
        compareLines(edits, posted.lines(), now.lines());
        return List.copyOf(edits);
    }

    private static void compareLines(List<String> edits, List<Line> posted, List<Line> now) {
        if (posted.size() != now.size()) {
            edits.add("it had %d lines, has %d".formatted(posted.size(), now.size()));
            return;
        }
        int named = 0;
        for (int i = 0; i < posted.size() && named < LINES_NAMED_MAX; i++) {
            Line was = posted.get(i);
            Line is = now.get(i);
            if (!was.equals(is)) {
                named++;
                String what = "line " + (i + 1);
                compare(edits, what + " amount", money(was.amount()), money(is.amount()));
                compare(edits, what, words(was.description()), words(is.description()));
            }
        }
    }

    private static void compare(List<String> edits, String what, String was, String is) {
        if (!Objects.equals(was, is)) {
            edits.add("%s was %s, is %s".formatted(what, was, is));
        }
    }

    private static String words(String text) {
        return '"' + (text.length() > WORDS_MAX ? text.substring(0, WORDS_MAX) + "…" : text) + '"';
    }

    private static String id(InvoiceFacts facts) {
        return facts.customerId() == null ? "absent" : facts.customerId().value();
    }

    private static String money(@Nullable Money money) {
        return money == null
                ? "absent"
                : money.amount().toPlainString() + " " + money.currency().value();
    }
}
