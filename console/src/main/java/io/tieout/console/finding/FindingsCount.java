package io.tieout.console.finding;

import io.tieout.console.frame.Section;
import io.tieout.console.frame.SectionCount;
import jakarta.enterprise.context.ApplicationScoped;

/// How many findings are open that somebody has to mend.
@ApplicationScoped
class FindingsCount implements SectionCount {
    private final Findings findings;

    FindingsCount(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Section section() {
        return Section.EXCEPTIONS;
    }

    @Override
    public long waiting() {
        return findings.count(FindingFilter.of(null, null, null, null));
    }
}
