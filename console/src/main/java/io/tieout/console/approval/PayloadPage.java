package io.tieout.console.approval;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Frame;

/// The proposal exactly as audit hashed it, and the hash computed once more here.
///
/// @param equal whether both hashes are the same
@CheckedTemplate(basePath = "")
public record PayloadPage(
        Frame frame,
        String back,
        String reference,
        int revision,
        String hash,
        String computed,
        boolean equal,
        String json)
        implements TemplateInstance {}
