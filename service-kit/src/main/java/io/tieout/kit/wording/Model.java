package io.tieout.kit.wording;

/// A language model. It is asked for words, never for figures or decisions.
public interface Model {
    /// What it answered, unchecked, or that it could not be asked; in time in any case.
    <T> Advice<T> ask(Question question, Class<T> type);
}
