package io.tieout.invoice.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.invoice.BillingRow;
import io.tieout.invoice.InvoiceSettings;
import io.tieout.invoice.Sample;
import io.tieout.invoice.drafting.DraftLine;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.ScriptedModel;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(InvoiceSettings.class)
@QuarkusTestResource(
        value = ScriptedModel.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "prefix", value = "tieout.invoice.narrative"))
class NarrativeComponentTest {
    @Inject Narrator narrator;

    @Test
    void asks_the_model_in_a_lane_and_keeps_what_the_sources_support() {
        ScriptedModel.status = 200;
        ScriptedModel.answer =
                """
                {"lines":[{"line":1,"sentences":["Tested the pumps at berth 12.","Saved 4000 dollars."]}]}\
                """;

        Words words = words(draft("Pump test at berth 12"));

        assertThat(words.descriptions()).containsExactly("Tested the pumps at berth 12.");
        assertThat(words.by()).isEqualTo("model:m");
        assertThat(ScriptedModel.ASKED.getLast())
                .contains("json_schema", "Pump test at berth 12", "\"temperature\" : 0.0");
    }

    @Test
    void takes_the_templates_words_when_the_model_is_out_of_order() {
        ScriptedModel.status = 503;

        Words words = words(draft("Pump test at berth 13"));

        assertThat(words.by()).isEqualTo("template");
        assertThat(words.descriptions())
                .containsExactly("Engineering – Pier 4 – Pump test at berth 13, 2026-11-18");
    }

    @Test
    void takes_the_templates_words_when_the_model_talks_nonsense() {
        ScriptedModel.status = 200;
        ScriptedModel.answer = "Certainly! {not json";

        assertThat(words(draft("Pump test at berth 14")).by()).isEqualTo("template");
    }

    private Words words(InvoiceDraft draft) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .call(() -> narrator.words("41:2026-11:x", draft)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static InvoiceDraft draft(String task) {
        EligibleRow row = new EligibleRow(BillingRow.row("1").task(task).observed(), 1, 7);
        DraftLine line =
                new DraftLine(
                        Sample.ENGINEERING,
                        "Engineering",
                        Quantity.of("8"),
                        Sample.usd("210.00"),
                        Sample.usd("1680.00"),
                        true,
                        null,
                        LocalDate.of(2026, 11, 18),
                        List.of(row),
                        RateSource.ITEM,
                        Sample.ENGINEERING,
                        null,
                        null);
        return new InvoiceDraft(
                new RowGroup(
                        Sample.REALM,
                        new SheetId("41"),
                        "Harbor Works LLC",
                        "Pier 4",
                        null,
                        YearMonth.of(2026, 11)),
                Sample.HARBOR,
                "Harbor Works LLC",
                null,
                LocalDate.of(2026, 11, 22),
                null,
                null,
                Sample.USD,
                null,
                List.of(line),
                Sample.usd("1680.00"),
                Sample.usd("0.00"),
                List.of(row),
                null,
                "v1",
                null,
                false);
    }
}
