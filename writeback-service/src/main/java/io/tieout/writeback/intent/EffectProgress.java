package io.tieout.writeback.intent;

import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.writeback.effect.EffectEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the ends of an effect's parts together to its own. Pure.
final class EffectProgress {
    private static final int ROWS_NAMED_MAX = 5;

    private EffectProgress() {}

    /// @param ends the parts that have ended
    static Optional<EffectEnd> of(Effect effect, Map<String, EffectEnd> ends) {
        List<EffectEnd> ordered = new ArrayList<>();
        List<String> parts = Parts.of(effect);
        for (String part : parts) {
            EffectEnd end = ends.get(part);
            if (end == null) {
                return Optional.empty();
            }
            ordered.add(end);
        }
        return Optional.of(ordered.size() == 1 ? ordered.getFirst() : whole(parts, ordered));
    }

    private static EffectEnd whole(List<String> parts, List<EffectEnd> ends) {
        List<String> failures = new ArrayList<>();
        String code = "";
        EffectEnd done = new EffectEnd.Unknown("No row was written");
        long version = -1;
        for (int i = 0; i < ends.size(); i++) {
            switch (ends.get(i)) {
                case EffectEnd.Done end -> {
                    if (end.result() instanceof EffectResult.RowsUpdated rows
                            && rows.sheetVersion() > version) {
                        version = rows.sheetVersion();
                        done = end;
                    }
                }
                case EffectEnd.Failed failed -> {
                    code = code.isEmpty() ? failed.errorCode() : code;
                    failures.add("row " + parts.get(i) + ": " + failed.message());
                }
                case EffectEnd.Refused refused -> {
                    code = code.isEmpty() ? "refused" : code;
                    failures.add("row " + parts.get(i) + ": " + refused.message());
                }
                case EffectEnd.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        return failures.isEmpty()
                ? done
                : new EffectEnd.Failed(code, summary(failures, ends.size()));
    }

    private static String summary(List<String> failures, int rows) {
        String named =
                String.join("; ", failures.subList(0, Math.min(ROWS_NAMED_MAX, failures.size())));
        return "%d of %d rows were not written: %s".formatted(failures.size(), rows, named);
    }
}
