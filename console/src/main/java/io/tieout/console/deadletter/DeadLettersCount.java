package io.tieout.console.deadletter;

import io.tieout.console.frame.Section;
import io.tieout.console.frame.SectionCount;
import jakarta.enterprise.context.ApplicationScoped;

/// How many dead letters are open.
@ApplicationScoped
class DeadLettersCount implements SectionCount {
    private static final DeadLetterFilter OPEN =
            new DeadLetterFilter(null, null, null, null, null, null, null, null);

    private final DeadLetters letters;

    DeadLettersCount(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public Section section() {
        return Section.DEAD_LETTERS;
    }

    @Override
    public long waiting() {
        return letters.count(OPEN);
    }
}
