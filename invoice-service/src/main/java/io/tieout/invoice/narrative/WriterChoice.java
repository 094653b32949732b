package io.tieout.invoice.narrative;

import java.util.Optional;

/// The writer in use, if any, and how evidence names it.
record WriterChoice(Optional<Writer> writer, String by) {}
