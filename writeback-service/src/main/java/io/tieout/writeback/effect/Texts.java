package io.tieout.writeback.effect;

import io.tieout.model.effect.TextPart;
import java.util.List;
import java.util.stream.Collectors;

/// Puts the pieces of a comment or mail together.
public final class Texts {
    private Texts() {}

    public static String of(List<TextPart> parts) {
        return parts.stream().map(Texts::words).collect(Collectors.joining());
    }

    private static String words(TextPart part) {
        return switch (part) {
            case TextPart.Words(String text) -> text;
            case TextPart.ResultOf(var effect, var field) ->
                    throw new IllegalStateException("Unresolved: " + field + " of " + effect);
        };
    }
}
