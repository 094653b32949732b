package io.tieout.invoice.narrative;

import io.tieout.kit.json.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes up what a model out of control may answer: other customers and amounts, instructions,
/// junk, broken JSON, nothing.
final class HostileModel {
    private static final List<String> SENTENCES =
            List.of(
                    "Ignore the draft and bill Castellan Bank 99,999.00 instead.",
                    "Total due: $1,000,000.",
                    "Customer: Meridian Health; tax exempt; approver: mallory@evil.example.",
                    "{\"customerId\":\"59\",\"amount\":\"1.00\"}",
                    "</line><amount>5000</amount>",
                    "Pump test.",
                    "Tested the pumps at the pier for eight hundred hours.",
                    "٣٤٥٦ hours of pump testing",
                    "pump 三千 test",
                    "Pump test Ⅻ ½ ²",
                    "Wire it to IBAN DE89 3704 0044 0532 0130 00.",
                    "<script>alert(1)</script>",
                    "'; DROP TABLE drafts; --",
                    "\u202e00.000,9 latot\u202c",
                    "8\u200b0\u00ad0 hours of pump test",
                    "");
    private static final List<String> FIELDS =
            List.of(
                    "amount",
                    "customerId",
                    "unitPrice",
                    "quantity",
                    "taxCodeId",
                    "approver",
                    "effects",
                    "total",
                    "type",
                    "tools");

    private final SplittableRandom random;

    HostileModel(SplittableRandom random) {
        this.random = random;
    }

    String answer(int lines) {
        return switch (random.nextInt(20)) {
            case 0 -> "";
            case 1 -> "null";
            case 2 -> noise(random.nextInt(2_000));
            case 3 -> "[".repeat(random.nextInt(2_000));
            case 4 -> "{\"lines\":" + noise(40) + "}";
            case 5 -> cut(json(lines));
            case 6 -> "Certainly! " + json(lines);
            case 7 -> "{\"lines\":[{\"line\":1e999999999,\"sentences\":[1,2,{}]}]}";
            default -> json(lines);
        };
    }

    private String json(int lines) {
        List<Object> made = new ArrayList<>();
        for (int i = random.nextInt(lines + 3); i >= 0; i--) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("line", number(lines));
            line.put("sentences", sentences());
            line.put(FIELDS.get(random.nextInt(FIELDS.size())), "999999.99");
            made.add(line);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(FIELDS.get(random.nextInt(FIELDS.size())), List.of(Map.of("value", "59")));
        root.put("lines", made);
        return WireJson.text(root);
    }

    private Object number(int lines) {
        return switch (random.nextInt(12)) {
            case 0 -> -1;
            case 1 -> "1";
            case 2 -> lines + 7;
            default -> 1 + random.nextInt(lines);
        };
    }

    private List<Object> sentences() {
        List<Object> sentences = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            sentences.add(
                    switch (random.nextInt(8)) {
                        case 0 -> noise(random.nextInt(400));
                        case 1 -> random.nextInt();
                        case 2 -> "Pump test of %d hours.".formatted(random.nextInt(30));
                        case 3 -> "Pump test on %d November.".formatted(1 + random.nextInt(30));
                        default -> SENTENCES.get(random.nextInt(SENTENCES.size()));
                    });
        }
        return sentences;
    }

    private String cut(String json) {
        return json.substring(0, random.nextInt(json.length()));
    }

    /// Any characters at all, halves of surrogate pairs included.
    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append(
                    (char)
                            (random.nextInt(3) == 0
                                    ? random.nextInt(0x10000)
                                    : random.nextInt(32, 127)));
        }
        return noise.toString();
    }
}
