package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bodies that are made here are those on the tapes.
class BodyTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "quickbooks");
    private static final ObjectMapper NUMBERS =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final EffectId EFFECT = new EffectId("e2");
    private static final RealmId REALM = new RealmId("9130350000000001");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final String ANCHOR = "tieout:7d7e";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create-bill",
                "create-purchase-order",
                "create-journal-entry",
                "create-time-activity"
            })
    void a_document_is_created_as_the_tape_says(String name) throws IOException {
        assertSame(DocumentBody.of(document(name)), tape(name).at("/request/body"));
    }

    @ParameterizedTest
    @CsvSource({
        "recategorise-a-bill, BILL, 604.00, 60",
        "recategorise-a-purchase, PURCHASE, 48.00, 61"
    })
    void a_line_is_booked_anew_as_the_tape_says(
            String name, EntityType type, String amount, String from) throws IOException {
        JsonNode tape = tape(name);
        JsonNode wanted = tape.at("/request/body");
        EntityId to =
                id(wanted.at("/Line/0/AccountBasedExpenseLineDetail/AccountRef/value").asText());
        ObjectNode before = wanted.deepCopy();
        before.put("TxnDate", "2026-11-13").put("PrivateNote", "kept as it is");
        ((ObjectNode) before.at("/Line/0/AccountBasedExpenseLineDetail/AccountRef"))
                .put("value", from);

        Recategorisation made =
                Recategorisation.of(
                        before,
                        new RecategoriseLine(
                                EFFECT,
                                List.of(),
                                REALM,
                                type,
                                id(wanted.path("Id").asText()),
                                DAY,
                                1,
                                usd(amount),
                                id(from),
                                to));

        assertThat(made).isInstanceOf(Recategorisation.Change.class);
        assertSame(((Recategorisation.Change) made).body(), wanted);
    }

    private static CreateDocument document(String name) {
        return switch (name) {
            case "create-bill" ->
                    new CreateBill(
                            EFFECT,
                            List.of(),
                            REALM,
                            id("80"),
                            DAY,
                            id("3"),
                            id("1"),
                            CurrencyCode.USD,
                            "AE-9001",
                            List.of(
                                    new SpendLine(
                                            1,
                                            id("63"),
                                            null,
                                            null,
                                            null,
                                            "Site lighting",
                                            usd("604.50"),
                                            id("200"),
                                            id("58"),
                                            true),
                                    item(2, "4", "30.00", "Cable", "120.00")),
                            usd("724.50"),
                            ANCHOR);
            case "create-purchase-order" ->
                    new CreatePurchaseOrder(
                            EFFECT,
                            List.of(),
                            REALM,
                            id("81"),
                            id("33"),
                            DAY,
                            CurrencyCode.USD,
                            List.of(item(1, "2", "150.00", "Label printers", "300.00")),
                            usd("300.00"),
                            ANCHOR);
            case "create-journal-entry" ->
                    new CreateJournalEntry(
                            EFFECT,
                            List.of(),
                            REALM,
                            DAY,
                            CurrencyCode.USD,
                            null,
                            List.of(
                                    posting(1, PostingLine.Side.DEBIT, "62"),
                                    posting(2, PostingLine.Side.CREDIT, "35")),
                            usd("500.00"),
                            ANCHOR);
            default ->
                    new CreateTimeActivity(
                            EFFECT,
                            List.of(),
                            REALM,
                            id("80"),
                            DAY,
                            Quantity.of("7.5"),
                            id("3"),
                            id("58"),
                            id("201"),
                            null,
                            true,
                            usd("210.00"),
                            CurrencyCode.USD,
                            "Pump test",
                            usd("1575.00"),
                            ANCHOR);
        };
    }

    private static SpendLine item(
            int number, String quantity, String price, String description, String amount) {
        return new SpendLine(
                number,
                null,
                id("5"),
                Quantity.of(quantity),
                usd(price),
                description,
                usd(amount),
                null,
                null,
                false);
    }

    private static PostingLine posting(int number, PostingLine.Side side, String account) {
        return new PostingLine(
                number, side, id(account), "Accrued rental", usd("500.00"), null, null);
    }

    private static JsonNode tape(String name) throws IOException {
        return VendorJson.read(Files.readAllBytes(TAPES.resolve(name + ".json")));
    }

    /// Numbers by their value: 500.0 on the tape is our 500.00.
    private static void assertSame(JsonNode made, JsonNode wanted) throws IOException {
        assertThat(plain(made)).isEqualTo(plain(wanted));
    }

    private static JsonNode plain(JsonNode json) throws IOException {
        return NUMBERS.readTree(
                json.toString()
                        .replaceAll("(\\d\\.\\d*?)0+(?=[,}\\]])", "$1")
                        .replaceAll("\\.(?=[,}\\]])", ""));
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
