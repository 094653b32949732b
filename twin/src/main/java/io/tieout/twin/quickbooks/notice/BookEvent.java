package io.tieout.twin.quickbooks.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to an entity.
///
/// @param deletedId the entity that was merged into this one, or null
public record BookEvent(
        String realm,
        String entity,
        String id,
        Operation operation,
        Instant at,
        @Nullable String deletedId) {

    /// What happened, in the words of the new form and of the old one.
    public enum Operation {
        CREATED("Create"),
        UPDATED("Update"),
        DELETED("Delete"),
        MERGED("Merge"),
        VOIDED("Void"),
        EMAILED("Emailed");

        private final String olderWord;

        Operation(String olderWord) {
            this.olderWord = olderWord;
        }

        String olderWord() {
            return olderWord;
        }
    }
}
