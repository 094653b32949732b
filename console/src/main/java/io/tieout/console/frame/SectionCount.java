package io.tieout.console.frame;

/// How much of one section needs somebody; a feature offers one for its own section.
public interface SectionCount {
    Section section();

    long waiting();
}
