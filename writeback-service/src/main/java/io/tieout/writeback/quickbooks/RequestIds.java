package io.tieout.writeback.quickbooks;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.writeback.effect.ReleasedEffect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Request ids that follow from the effects alone, so that the same call has the same id after any
/// crash. QuickBooks takes 36 characters when bIds are short. Pure.
final class RequestIds {
    private static final int LENGTH = 36;

    private RequestIds() {}

    static String of(List<ReleasedEffect> effects) {
        String keys = effects.stream().map(RequestIds::key).collect(Collectors.joining("\n"));
        String hash = CanonicalJson.sha256(keys.getBytes(StandardCharsets.UTF_8));
        return "tie-" + hash.substring(0, LENGTH - 4);
    }

    /// After a conflict the request is another one.
    private static String key(ReleasedEffect effect) {
        return effect.readAgain() == 0 ? effect.key() : effect.key() + "#" + effect.readAgain();
    }
}
