package io.tieout.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.sign.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Verifies an exported chain on any machine, without a server or a database.
public final class ChainVerifier {
    private final List<String> faults = new ArrayList<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private @Nullable ChainEnd end;

    /// Takes the next exported line.
    public void take(String line) {
        try {
            take(WireJson.mapper().readValue(line, ChainRecord.class));
        } catch (JsonProcessingException e) {
            faults.add("A line is no record: " + e.getOriginalMessage());
        }
    }

    private void take(ChainRecord next) {
        ChainEnd last = end == null ? ChainEnd.empty(next.entry().chain()) : end;
        Chain.fault(last, next)
                .ifPresent(fault -> faults.add("Record %d %s".formatted(next.sequence(), fault)));
        hashes.put(next.sequence(), next.hash());
        end = next.end();
    }

    /// Checks a signed head that was kept elsewhere against the records taken.
    public void check(SignedHead head, Verifier key) {
        if (!key.verify(head.signedText(), head.signature())) {
            faults.add("Head %d is not signed by this key".formatted(head.sequence()));
        } else if (!head.hash().equals(hashes.get(head.sequence()))) {
            faults.add(
                    "Head %d was signed for another record than the chain holds"
                            .formatted(head.sequence()));
        }
    }

    /// What is wrong, in words; empty when the chain is whole.
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /// How many records were taken.
    public long count() {
        return hashes.size();
    }

    /// `ChainVerifier chain.ndjson [heads.ndjson publicKeyBase64]`: exits 0 for a whole chain.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 && arguments.length != 3) {
            System.err.println("usage: ChainVerifier chain.ndjson [heads.ndjson publicKey]");
            System.exit(2);
        }
        ChainVerifier verifier = new ChainVerifier();
        try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
            lines.lines().forEach(verifier::take);
        }
        if (arguments.length == 3) {
            verifier.checkHeads(Path.of(arguments[1]), new Verifier(arguments[2]));
        }
        verifier.faults().forEach(System.out::println);
        System.out.printf(
                "%d records, %s%n",
                verifier.count(), verifier.faults.isEmpty() ? "whole" : "BROKEN");
        System.exit(verifier.faults.isEmpty() ? 0 : 1);
    }

    private void checkHeads(Path file, Verifier key) throws IOException {
        ChainEnd last = end;
        for (String line : Files.readAllLines(file)) {
            SignedHead head = WireJson.mapper().readValue(line, SignedHead.class);
            if (last != null && head.chain().equals(last.chain())) {
                check(head, key);
            }
        }
    }
}
