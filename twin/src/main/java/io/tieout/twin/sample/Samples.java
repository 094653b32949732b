package io.tieout.twin.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.BooksLoader;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.SheetsLoader;
import io.tieout.twin.smartsheet.token.AppTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Puts a named sample in place of everything that is in the books and sheets.
@ApplicationScoped
public class Samples {
    private final BooksLoader books;
    private final SheetsLoader sheets;
    private final Webhooks webhooks;
    private final AppTokens appTokens;
    private final Clock clock;

    Samples(
            BooksLoader books,
            SheetsLoader sheets,
            Webhooks webhooks,
            AppTokens appTokens,
            Clock clock) {
        this.books = books;
        this.sheets = sheets;
        this.webhooks = webhooks;
        this.appTokens = appTokens;
        this.clock = clock;
    }

    public void load(String sample) {
        var people = file(sample, "people.json");
        if (people.isMissingNode() || people.isEmpty()) {
            throw new IllegalArgumentException("there is no sample " + sample);
        }
        webhooks.restore(null);
        appTokens.open();
        sheets.load(people, file(sample, "sheets.json"));
        books.load(file(sample, "books.json"));
    }

    private JsonNode file(String sample, String name) {
        if (!sample.matches("[a-z]+")) {
            return Json.object();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var read = SampleText.read(sample, name, today);
        return read == null ? Json.object() : read;
    }
}
