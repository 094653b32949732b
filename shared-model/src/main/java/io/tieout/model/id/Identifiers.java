package io.tieout.model.id;

final class Identifiers {
    private Identifiers() {}

    static void check(String kind, String value, int lengthMax) {
        if (value.isBlank() || value.length() > lengthMax) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d characters, got \"%s\""
                            .formatted(kind, lengthMax, value));
        }
    }
}
