package io.tieout.twin.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.twin.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fills a JSON schema with words from the prompt alone: a list answers a list of the prompt
/// element by element, fields of the same name are copied, other texts become sentences.
final class HonestWriter {
    private static final int SENTENCE_MAX = 300;

    private final JsonNode prompt;
    private final String words;

    private HonestWriter(JsonNode prompt, String words) {
        this.prompt = prompt;
        this.words = words;
    }

    static JsonNode fill(JsonNode schema, String userPrompt) {
        var found = json(userPrompt);
        return new HonestWriter(found, userPrompt).value(schema, found, "");
    }

    /// One plain sentence for a prompt without a schema.
    static String sentence(String userPrompt) {
        var found = json(userPrompt);
        return String.join(
                " ", sentences(found.isMissingNode() ? TextNode.valueOf(userPrompt) : found));
    }

    /// The JSON that a prompt holds: from its first brace to its last.
    private static JsonNode json(String prompt) {
        var object = json(prompt, '{', '}');
        return object.isMissingNode() ? json(prompt, '[', ']') : object;
    }

    private static JsonNode json(String prompt, char open, char close) {
        var from = prompt.indexOf(open);
        var to = prompt.lastIndexOf(close);
        if (from < 0 || to < from) {
            return MissingNode.getInstance();
        }
        try {
            return Json.parse(prompt.substring(from, to + 1));
        } catch (IllegalArgumentException _) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode value(JsonNode schema, JsonNode source, String name) {
        if (schema.has("anyOf")) {
            return value(schema.path("anyOf").get(0), source, name);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, source);
            case "array" -> array(schema, source, name);
            case "string" -> string(schema, source, name);
            case "integer", "number" -> number(source, name);
            case "boolean" ->
                    source.path(name).isBoolean() ? source.path(name) : NullNode.getInstance();
            default -> NullNode.getInstance();
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText("");
    }

    private JsonNode object(JsonNode schema, JsonNode source) {
        var result = Json.object();
        for (var property : schema.path("properties").properties()) {
            result.set(property.getKey(), value(property.getValue(), source, property.getKey()));
        }
        return result;
    }

    private JsonNode array(JsonNode schema, JsonNode source, String name) {
        var items = schema.path("items");
        ArrayNode result = Json.array();
        if (type(items).equals("object")) {
            var list = listIn(source, name);
            if (list != null) {
                list.forEach(one -> result.add(value(items, one, "")));
            }
        } else if (type(items).equals("string")) {
            sentences(source.isMissingNode() ? TextNode.valueOf(words) : source)
                    .forEach(result::add);
        }
        return result;
    }

    /// The list of that name, or else the first list of objects anywhere in the prompt.
    private @Nullable JsonNode listIn(JsonNode source, String name) {
        if (source.path(name).isArray()) {
            return source.path(name);
        }
        if (source.isArray()) {
            return source;
        }
        for (var candidate : List.of(source, prompt)) {
            for (var child : candidate) {
                if (child.isArray() && child.path(0).isObject()) {
                    return child;
                }
            }
        }
        return null;
    }

    private JsonNode string(JsonNode schema, JsonNode source, String name) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        if (source.path(name).isValueNode()) {
            return TextNode.valueOf(source.path(name).asText());
        }
        return TextNode.valueOf(
                String.join(
                        " ", sentences(source.isMissingNode() ? TextNode.valueOf(words) : source)));
    }

    private static JsonNode number(JsonNode source, String name) {
        return source.path(name).isNumber() ? source.path(name) : NullNode.getInstance();
    }

    /// The first text of a source, or of each of its lists, as a sentence; nothing is added to it.
    private static List<String> sentences(JsonNode source) {
        List<String> texts = new ArrayList<>();
        collect(source, texts);
        return texts.stream()
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .limit(1)
                .map(HonestWriter::asSentence)
                .toList();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        } else {
            node.forEach(child -> collect(child, texts));
        }
    }

    private static String asSentence(String text) {
        var plain = text.replaceAll("\\s+", " ").strip();
        var cut = plain.length() > SENTENCE_MAX ? plain.substring(0, SENTENCE_MAX) : plain;
        var capital = cut.substring(0, cut.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        var whole = capital + cut.substring(cut.offsetByCodePoints(0, 1));
        return whole.endsWith(".") ? whole : whole + ".";
    }
}
