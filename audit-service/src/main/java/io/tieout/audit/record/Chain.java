package io.tieout.audit.record;

import io.tieout.kit.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How records are chained: each hash covers every field of its record and the hash before it.
public final class Chain {
    /// What stands before the first record.
    public static final String GENESIS = "0".repeat(64);

    private static final String FORM = "tieout-chain-1";

    private Chain() {}

    static ChainRecord append(ChainEnd end, Entry entry) {
        long sequence = end.sequence() + 1;
        return new ChainRecord(sequence, end.hash(), hash(sequence, end.hash(), entry), entry);
    }

    /// What is wrong with `next` as the record after `end`, in words; empty when it follows.
    static Optional<String> fault(ChainEnd end, ChainRecord next) {
        if (!next.entry().chain().equals(end.chain())) {
            return Optional.of("belongs to chain " + next.entry().chain());
        }
        if (next.sequence() != end.sequence() + 1) {
            return Optional.of(
                    "has sequence %d where %d is due"
                            .formatted(next.sequence(), end.sequence() + 1));
        }
        if (!next.previousHash().equals(end.hash())) {
            return Optional.of("does not follow the record before it");
        }
        if (!next.hash().equals(hash(next.sequence(), next.previousHash(), next.entry()))) {
            return Optional.of("was changed after it was recorded");
        }
        return Optional.empty();
    }

    private static String hash(long sequence, String previousHash, Entry entry) {
        StringBuilder text = new StringBuilder(entry.payload().length() + 400);
        field(text, FORM);
        field(text, entry.chain());
        field(text, Long.toString(sequence));
        field(text, previousHash);
        field(text, entry.at().toString());
        field(text, entry.topic());
        field(text, text(entry.eventId()));
        field(text, text(entry.correlationId()));
        field(text, text(entry.proposalId()));
        field(text, entry.kind());
        field(text, entry.payload());
        return CanonicalJson.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Each field goes in with its length before it, so that no two records give the same text.
    private static void field(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value).append('\n');
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
