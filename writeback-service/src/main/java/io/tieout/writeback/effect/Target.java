package io.tieout.writeback.effect;

import io.tieout.model.effect.Effect;

/// What an effect is written to: it names the lane that does it.
public record Target(Kind kind, String key) {
    /// The kinds of lanes.
    public enum Kind {
        REALM("realm"),
        SHEET("sheet"),
        MAILBOX("mailbox");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /// Reads the effect's target, such as `sheet:41`.
    public static Target of(Effect effect) {
        String target = effect.target();
        for (Kind kind : Kind.values()) {
            if (target.startsWith(kind.wireName + ":")) {
                return new Target(kind, target.substring(kind.wireName.length() + 1));
            }
        }
        throw new IllegalArgumentException("No lane for target " + target);
    }
}
