package io.tieout.bench.names;

import io.tieout.reconcile.names.NameMemory;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Labelled names, split into what is known and what is asked: canonical names and names whose
/// SHA-256 ends in a 0 bit are known. A split by companies takes every other part of the companies.
record Labelled(
        List<NameMemory.Known> known, List<NameMemory.Known> asked, List<String> strangers) {
    static Labelled read(Path pairs, Path distractors, int parts, int part) throws IOException {
        Set<NameMemory.Known> known = new LinkedHashSet<>();
        List<NameMemory.Known> asked = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(pairs)) {
            for (CSVRecord cells :
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(reader)) {
                String owner = cells.get("canonical_name");
                String name = cells.get("name");
                if (Byte.toUnsignedInt(hash(owner)[0]) % parts != part) {
                    continue;
                }
                known.add(new NameMemory.Known(owner, owner));
                byte[] hash = hash(name);
                if ((hash[hash.length - 1] & 1) == 0) {
                    known.add(new NameMemory.Known(owner, name));
                } else {
                    asked.add(new NameMemory.Known(owner, name));
                }
            }
        }
        return new Labelled(List.copyOf(known), asked, Files.readAllLines(distractors));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
