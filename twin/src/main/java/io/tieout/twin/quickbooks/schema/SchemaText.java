package io.tieout.twin.quickbooks.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the table of entities; a line that it does not understand stops the start.
final class SchemaText {
    private static final Pattern PROPERTY =
            Pattern.compile("(\\w+) ([a-z]+)(?:\\(([^)]*)\\))?((?: (?:req|q|ro))*)");

    private final String text;
    private final Map<String, EntityType> entities = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> objects = new HashMap<>();

    SchemaText(String text) {
        this.text = text;
    }

    Schema read() {
        List<String> head = List.of();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (var raw : text.lines().toList()) {
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("object ") || line.startsWith("entity ")) {
                finish(head, fields);
                head = Arrays.asList(line.split(" "));
                fields = new LinkedHashMap<>();
            } else if (line.startsWith("@")) {
                fields.putAll(objects.getOrDefault(line.substring(1), Map.of()));
            } else {
                var field = property(line);
                fields.put(field.name(), field);
            }
        }
        finish(head, fields);
        return new Schema(entities, objects);
    }

    private void finish(List<String> head, Map<String, Field> fields) {
        if (head.isEmpty()) {
            return;
        }
        var name = head.get(1);
        if (head.getFirst().equals("object")) {
            objects.put(name, Map.copyOf(fields));
            return;
        }
        var options = head.subList(3, head.size());
        var lines = option(options, "lines");
        entities.put(
                name,
                new EntityType(
                        name,
                        EntityType.Kind.valueOf(head.get(2).toUpperCase(Locale.ROOT)),
                        fields,
                        option(options, "name"),
                        option(options, "group"),
                        lines == null ? Set.of() : Set.of(lines.split("\\|")),
                        options.contains("number"),
                        options.contains("void"),
                        options.contains("pdf")));
    }

    private static @Nullable String option(List<String> options, String key) {
        return options.stream()
                .filter(one -> one.startsWith(key + "="))
                .map(one -> one.substring(key.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static Field property(String line) {
        var match = PROPERTY.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("not a property: " + line);
        }
        var argument = match.group(3) == null ? "" : match.group(3);
        var flags = Arrays.asList(match.group(4).strip().split(" "));
        var type = type(match.group(2));
        return new Field(
                match.group(1),
                type,
                argument.isEmpty() || type == Field.Type.STRING
                        ? List.of()
                        : new ArrayList<>(Arrays.asList(argument.split("\\|"))),
                type == Field.Type.STRING ? Integer.parseInt(argument) : 0,
                flags.contains("req"),
                flags.contains("q"),
                flags.contains("ro"));
    }

    private static Field.Type type(String word) {
        return switch (word) {
            case "obj" -> Field.Type.OBJECT;
            default -> Field.Type.valueOf(word.toUpperCase(Locale.ROOT));
        };
    }
}
