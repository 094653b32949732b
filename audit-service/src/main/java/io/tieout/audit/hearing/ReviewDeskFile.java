package io.tieout.audit.hearing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.tieout.audit.AuditConfig;
import io.tieout.audit.review.ReviewDesk;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.ColumnPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which sheet finance reviews in and who the accountants are, read once at start and by code of
/// audit's own.
@ApplicationScoped
@Startup
class ReviewDeskFile {
    private final Map<RealmId, ReviewDesk> desks;

    ReviewDeskFile(AuditConfig config) {
        this.desks = config.financeReviewFile().map(ReviewDeskFile::read).orElse(Map.of());
    }

    ReviewDesk of(RealmId realm) {
        return desks.getOrDefault(realm, ReviewDesk.NONE);
    }

    private static Map<RealmId, ReviewDesk> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the finance review file " + file, e);
        }
    }

    static Map<RealmId, ReviewDesk> parse(String json) throws IOException {
        Map<RealmId, ReviewDesk> desks = new HashMap<>();
        for (JsonNode company : WireJson.mapper().readTree(json).path("companies")) {
            desks.put(new RealmId(company.path("realm").asText()), desk(company));
        }
        return Map.copyOf(desks);
    }

    private static ReviewDesk desk(JsonNode company) {
        JsonNode sheet = company.path("sheet");
        Map<ColumnPart, ColumnId> columns = new EnumMap<>(ColumnPart.class);
        sheet.path("columns")
                .properties()
                .forEach(one ->
                        columns.put(
                                ColumnPart.valueOf(one.getKey()),
                                new ColumnId(one.getValue().asText())));
        Set<String> mailboxes = new HashSet<>();
        company.path("accountants")
                .properties()
                .forEach(one -> one.getValue().forEach(mail -> mailboxes.add(mail.asText())));
        return new ReviewDesk(
                sheet.path("sheetId").isTextual()
                        ? new SheetId(sheet.path("sheetId").asText())
                        : null,
                columns,
                mailboxes);
    }
}
