package io.tieout.console.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// What went wrong, what was kept, what to do, and the correlation id.
@CheckedTemplate(basePath = "")
public record ErrorPage(
        int status,
        String title,
        String sentence,
        String remedy,
        String correlation,
        String version)
        implements TemplateInstance {}
