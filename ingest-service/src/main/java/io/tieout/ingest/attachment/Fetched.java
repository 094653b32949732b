package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.ingest.extraction.Extracted;
import io.tieout.ingest.extraction.Problem;
import java.nio.file.Path;

/// What came of fetching an attachment and having it read.
sealed interface Fetched {
    /// Nothing was fetched that could be kept.
    record Missed(Problem problem) implements Fetched {}

    /// The file is here.
    ///
    /// @param hash SHA-256 of its bytes, hex
    record Kept(String hash, Path file, Extracted extracted) implements Fetched {}

    /// The reading to remember; of a text only the beginning goes into events.
    default Reading reading(SheetAttachment of, int excerptMax) {
        return switch (this) {
            case Missed(Problem problem) -> Reading.refused(of, null, problem);
            case Kept(String hash, _, Extracted.Unreadable(Problem problem)) ->
                    Reading.refused(of, hash, problem);
            case Kept(String hash, _, Extracted.Text(String text)) ->
                    Reading.of(of, hash, beginning(text, excerptMax));
        };
    }

    private static String beginning(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
}
