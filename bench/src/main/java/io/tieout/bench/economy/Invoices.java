package io.tieout.bench.economy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.bench.running.Twin;
import java.util.HashSet;
import java.util.Set;

/// The invoices that Tieout posted.
public final class Invoices {
    private Invoices() {}

    /// How many drafts have exactly one invoice; fewer than posted means that one was doubled.
    public static long ofTieout(Twin twin) {
        Set<String> once = new HashSet<>();
        Set<String> doubled = new HashSet<>();
        for (JsonNode invoice : twin.books("Invoice")) {
            String note = invoice.path("PrivateNote").asText("");
            if (note.startsWith("tieout:") && !once.add(note)) {
                doubled.add(note);
            }
        }
        return (long) once.size() - doubled.size();
    }
}
