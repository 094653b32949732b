package io.tieout.console.queue;

import io.tieout.console.frame.Section;
import io.tieout.console.frame.SectionCount;
import jakarta.enterprise.context.ApplicationScoped;

/// How many exceptions wait for somebody.
@ApplicationScoped
class QueueCount implements SectionCount {
    private final ExceptionQueue queue;

    QueueCount(ExceptionQueue queue) {
        this.queue = queue;
    }

    @Override
    public Section section() {
        return Section.EXCEPTIONS;
    }

    @Override
    public long waiting() {
        return queue.count(QueueFilter.ALL_OPEN, "");
    }
}
