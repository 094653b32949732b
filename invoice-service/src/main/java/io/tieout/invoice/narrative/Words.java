package io.tieout.invoice.narrative;

import io.tieout.model.proposal.Evidence.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The descriptions of a draft's lines, in their order.
///
/// @param by `model:<name>` or `template`
/// @param sentences what each of the model's sentences rests on; absent for the template's words
public record Words(List<String> descriptions, String by, @Nullable List<Sentence> sentences) {
    public static final String BY_TEMPLATE = "template";

    public Words {
        descriptions = List.copyOf(descriptions);
        sentences = sentences == null ? null : List.copyOf(sentences);
    }

    static Words byTemplate(List<String> descriptions) {
        return new Words(descriptions, BY_TEMPLATE, null);
    }
}
