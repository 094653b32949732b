package io.tieout.writeback.effect;

import io.tieout.model.effect.EffectResult;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;

/// How an effect, or a part of one, ended.
public sealed interface EffectEnd {
    /// It happened, once.
    record Done(EffectResult result) implements EffectEnd {}

    /// The other side will not do it; nothing changed there.
    record Failed(String errorCode, String message) implements EffectEnd {}

    /// It was not tried.
    record Refused(Reason reason, String message) implements EffectEnd {}

    /// Looking did not tell: a person decides.
    record Unknown(String message) implements EffectEnd {}

    /// The word in tables and metrics.
    default String status() {
        return switch (this) {
            case Done _ -> "DONE";
            case Failed _ -> "FAILED";
            case Refused _ -> "REFUSED";
            case Unknown _ -> "UNKNOWN";
        };
    }

    /// Words for people, empty when it was done.
    default String words() {
        return switch (this) {
            case Done _ -> "";
            case Failed(_, String message) -> message;
            case Refused(_, String message) -> message;
            case Unknown(String message) -> message;
        };
    }
}
