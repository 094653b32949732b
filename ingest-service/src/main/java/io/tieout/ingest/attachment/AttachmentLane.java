package io.tieout.ingest.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.ingest.extraction.Extracted;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the attachments of one sheet that are due, one after the other.
@ApplicationScoped
class AttachmentLane implements LaneWork {
    private final DueAttachments dueAttachments;
    private final FetchAttachment fetchAttachment;
    private final StoreAttachment storeAttachment;
    private final IngestConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    AttachmentLane(
            DueAttachments dueAttachments,
            FetchAttachment fetchAttachment,
            StoreAttachment storeAttachment,
            IngestConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.dueAttachments = dueAttachments;
        this.fetchAttachment = fetchAttachment;
        this.storeAttachment = storeAttachment;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public String kind() {
        return LaneKinds.ATTACHMENT;
    }

    @Override
    public LaneResult run(Lane lane) {
        int batch = config.attachment().batchMax();
        List<DueAttachment> due = dueAttachments.oldest(new SheetId(lane.key()), batch);
        for (DueAttachment one : due) {
            try {
                read(lane, one);
            } catch (VendorException e) {
                if (!(e.fault() instanceof VendorFault.NotFound)) {
                    return VendorPause.of(e, clock.instant());
                }
                storeAttachment.drop(lane, one);
            }
        }
        return due.size() < batch ? LaneResult.idle() : LaneResult.again(clock.instant());
    }

    private void read(Lane lane, DueAttachment due) {
        Optional<Reading> known = storeAttachment.known(due);
        if (known.isPresent()) {
            storeAttachment.repeat(lane, due, known.get());
            return;
        }
        Path directory = directory();
        try {
            Fetched fetched = fetchAttachment.fetch(due.row().sheetId(), due.file(), directory);
            storeAttachment.store(lane, due, fetched);
            count(fetched);
        } finally {
            remove(directory);
        }
    }

    private void count(Fetched fetched) {
        boolean read =
                fetched instanceof Fetched.Kept kept && kept.extracted() instanceof Extracted.Text;
        meters.counter("attachments.read", "outcome", read ? "ok" : "unreadable").increment();
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("tieout-attachment-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
