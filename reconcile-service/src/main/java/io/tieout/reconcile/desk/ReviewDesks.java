package io.tieout.reconcile.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.reconcile.ReconcileConfig;
import io.tieout.reconcile.desk.ReviewDesk.Counterparts;
import io.tieout.reconcile.desk.ReviewDesk.TaskSheet;
import io.tieout.reconcile.desk.ReviewDesk.Weekly;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The finance review file, read once at start; without one nobody is told and no task is kept.
@ApplicationScoped
@Startup
public class ReviewDesks {
    private final Map<RealmId, ReviewDesk> desks;

    ReviewDesks(ReconcileConfig config) {
        this.desks = config.financeReviewFile().map(ReviewDesks::read).orElse(Map.of());
    }

    /// The companies that have one.
    public Set<RealmId> realms() {
        return desks.keySet();
    }

    public ReviewDesk of(RealmId realm) {
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
        String threshold = text(company, "threshold");
        String since = text(company, "since");
        String zone = text(company, "timeZone");
        JsonNode weekly = company.path("weekly");
        return new ReviewDesk(
                threshold == null ? null : new BigDecimal(threshold),
                since == null ? null : LocalDate.parse(since),
                company.path("sheet").isObject() ? sheet(company.path("sheet")) : null,
                accountants(company.path("accountants")),
                weekly.isObject()
                        ? new Weekly(
                                DayOfWeek.valueOf(weekly.path("day").asText()),
                                LocalTime.parse(weekly.path("time").asText()))
                        : null,
                zone == null ? ReviewDesk.NONE.zone() : ZoneId.of(zone),
                new Counterparts(
                        text(company.path("correctionAccounts"), "clearing"),
                        text(company.path("correctionAccounts"), "accrued")));
    }

    private static TaskSheet sheet(JsonNode sheet) {
        Map<ColumnPart, ColumnId> columns = new EnumMap<>(ColumnPart.class);
        sheet.path("columns")
                .properties()
                .forEach(one ->
                        columns.put(
                                ColumnPart.valueOf(one.getKey()),
                                new ColumnId(one.getValue().asText())));
        return new TaskSheet(new SheetId(sheet.path("sheetId").asText()), columns);
    }

    private static Map<String, List<String>> accountants(JsonNode byProject) {
        Map<String, List<String>> accountants = new HashMap<>();
        byProject
                .properties()
                .forEach(one -> {
                    List<String> mails = new ArrayList<>();
                    one.getValue().forEach(mail -> mails.add(mail.asText()));
                    accountants.put(one.getKey(), List.copyOf(mails));
                });
        return accountants;
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
