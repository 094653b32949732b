package io.tieout.launcher.story;

/// A step did not end as promised; the message says which, and what was there instead.
public final class StoryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryFailed(Step step, NotYet last) {
        super(
                "“%s” did not come true within %d s. %s"
                        .formatted(step.sentence(), step.limit().toSeconds(), last.getMessage()),
                last);
    }
}
