package io.tieout.model.effect;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.EffectId;

/// A piece of a comment or mail: words, or an earlier effect's result.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TextPart.Words.class, name = "words"),
    @JsonSubTypes.Type(value = TextPart.ResultOf.class, name = "result")
})
public sealed interface TextPart {
    /// Words as they are.
    record Words(String text) implements TextPart {}

    /// A result of an earlier effect; replaced before release.
    record ResultOf(EffectId effectId, ResultField field) implements TextPart {}

    /// `TextPart.words("Invoice ")`.
    static TextPart words(String text) {
        return new Words(text);
    }
}
