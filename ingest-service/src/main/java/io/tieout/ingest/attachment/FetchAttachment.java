package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.Downloaded;
import io.tieout.connectors.smartsheet.FileDownload;
import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.extraction.Extracted;
import io.tieout.ingest.extraction.Extraction;
import io.tieout.ingest.extraction.FileKind;
import io.tieout.ingest.extraction.Problem;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/// Fetches an attachment at once with a fresh link, and has its text read unless the same bytes
/// were read before.
@ApplicationScoped
class FetchAttachment {
    /// A link can have expired when its turn comes; a link that never works is not asked for
    /// without end.
    private static final int LINKS_MAX = 3;

    private final Smartsheet smartsheet;
    private final FileDownload download;
    private final Texts texts;
    private final Extraction extraction;
    private final long bytesMax;

    FetchAttachment(
            Smartsheet smartsheet, FileDownload download, Texts texts, IngestConfig config) {
        this.smartsheet = smartsheet;
        this.download = download;
        this.texts = texts;
        IngestConfig.Attachment limits = config.attachment();
        this.bytesMax = limits.bytesMax().asLongValue();
        this.extraction =
                new Extraction(
                        new Extraction.Limits(
                                limits.textMax(),
                                limits.readTimeout(),
                                limits.readMemory().asLongValue(),
                                limits.readersMax()));
    }

    /// @param directory an empty one, for this file alone
    Fetched fetch(SheetId sheet, SheetAttachment attachment, Path directory) {
        Path file = directory.resolve("file");
        for (int link = 1; link <= LINKS_MAX; link++) {
            Downloaded downloaded =
                    download.fetch(
                            smartsheet.attachmentLink(sheet, attachment.id()), file, bytesMax);
            switch (downloaded) {
                case Downloaded.Saved(String hash, _) -> {
                    return new Fetched.Kept(hash, file, extracted(attachment, hash, file));
                }
                case Downloaded.TooLarge _ -> {
                    return new Fetched.Missed(Problem.TOO_LARGE);
                }
                case Downloaded.LinkRefused _ -> {
                    // the next one may work
                }
            }
        }
        return new Fetched.Missed(Problem.NOT_DELIVERED);
    }

    private Extracted extracted(SheetAttachment attachment, String hash, Path file) {
        FileKind kind = FileKind.of(attachment.name()).orElse(null);
        if (kind == null) {
            return new Extracted.Unreadable(Problem.UNSUPPORTED);
        }
        return texts.find(hash)
                .<Extracted>map(Extracted.Text::new)
                .orElseGet(() -> extraction.text(kind, file));
    }
}
