package io.tieout.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.Keys;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.sign.Signer;
import io.tieout.kit.sign.Verifier;
import io.tieout.model.id.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456789Z");

    @Test
    void finds_a_chain_whole_that_nobody_touched() {
        ChainVerifier verifier = new ChainVerifier();

        exported(5).forEach(verifier::take);

        assertThat(verifier.faults()).isEmpty();
        assertThat(verifier.count()).isEqualTo(5);
    }

    @Test
    void finds_a_record_that_was_changed() {
        List<String> lines = new ArrayList<>(exported(5));
        lines.set(2, lines.get(2).replace("amount 3", "amount 9"));
        ChainVerifier verifier = new ChainVerifier();

        lines.forEach(verifier::take);

        assertThat(verifier.faults()).containsExactly("Record 3 was changed after it was recorded");
    }

    @Test
    void finds_a_record_that_was_taken_out() {
        List<String> lines = new ArrayList<>(exported(5));
        lines.remove(2);
        ChainVerifier verifier = new ChainVerifier();

        lines.forEach(verifier::take);

        assertThat(verifier.faults()).first().asString().contains("has sequence 4 where 3 is due");
    }

    @Test
    void finds_a_chain_that_was_rewritten_as_a_whole_by_a_head_kept_elsewhere() {
        Keys keys = Keys.make();
        List<ChainRecord> original = chain(5, "amount");
        SignedHead head = SignedHead.unsigned(original.getLast().end(), AT);
        SignedHead kept = head.signed(new Signer(keys.privateKey()).sign(head.signedText()));
        ChainVerifier verifier = new ChainVerifier();
        chain(5, "other amount").stream().map(WireJson::text).forEach(verifier::take);

        verifier.check(kept, new Verifier(keys.publicKey()));

        assertThat(verifier.faults())
                .containsExactly("Head 5 was signed for another record than the chain holds");
    }

    private static List<String> exported(int count) {
        return chain(count, "amount").stream().map(WireJson::text).toList();
    }

    private static List<ChainRecord> chain(int count, String text) {
        List<ChainRecord> records = new ArrayList<>();
        ChainEnd end = ChainEnd.empty("r1");
        for (int i = 1; i <= count; i++) {
            Entry entry =
                    new Entry(
                            "r1",
                            AT,
                            "t",
                            new EventId(new UUID(1, i)),
                            null,
                            null,
                            "made",
                            text + " " + i);
            ChainRecord record = Chain.append(end, entry);
            records.add(record);
            end = record.end();
        }
        return records;
    }
}
