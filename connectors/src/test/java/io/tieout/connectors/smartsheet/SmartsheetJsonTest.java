package io.tieout.connectors.smartsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.UnreadableAnswer;
import io.tieout.model.id.ColumnId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartsheetJsonTest {
    private static final String SHEET =
            """
            {"id":4100000000000001,"name":"Billing","version":17,"totalRowCount":2,
             "somethingNew":true,
             "columns":[
               {"id":7100000000000002,"index":1,"title":"Status","type":"PICKLIST",
                "options":["In Progress","Ready to Bill"]},
               {"id":7100000000000007,"index":6,"title":"Hours","type":"TEXT_NUMBER",
                "formula":"=1","locked":true}],
             "rows":[
               {"id":55,"rowNumber":1,"createdAt":"2026-11-01T10:00:00Z",
                "modifiedAt":"2026-11-22T10:00:00Z",
                "modifiedBy":{"email":"pm@harbor.example","name":"Paula"},
                "cells":[
                  {"columnId":7100000000000002,"value":"Ready to Bill",
                   "displayValue":"Ready to Bill"},
                  {"columnId":7100000000000007,"value":12.10,"displayValue":"12.1"},
                  {"columnId":7100000000000008}]}]}
            """;

    @Test
    void a_sheet_is_read_with_exact_numbers() {
        SheetSnapshot sheet = SmartsheetJson.snapshot(json(SHEET)).orElseThrow();

        assertThat(sheet.id()).hasToString("4100000000000001");
        assertThat(sheet.version()).isEqualTo(17);
        assertThat(sheet.totalRowCount()).isEqualTo(2);
        assertThat(sheet.columns().getFirst().options()).contains("Ready to Bill");
        assertThat(sheet.columns().getLast().formula()).isEqualTo("=1");
        SheetRow row = sheet.rows().getFirst();
        assertThat(row.modifiedBy()).isEqualTo("pm@harbor.example");
        assertThat(cell(row, "7100000000000007").value().decimalValue())
                .isEqualTo(new BigDecimal("12.10"));
        assertThat(cell(row, "7100000000000008").value().isNull()).isTrue();
        assertThat(row.cell(new ColumnId("1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "[\"Marine\"]             | Marine",
                "[\"Marine\",\"On site\"] | Marine, On site",
                "[]                       | -"
            })
    void several_choices_are_read_as_people_see_them(String choices, @Nullable String text) {
        JsonNode sheet =
                json(
                        """
                        {"id":41,"name":"Billing","version":1,
                         "rows":[{"id":55,"modifiedAt":"2026-11-22T10:00:00Z",
                           "cells":[{"columnId":9,"displayValue":"shown",
                             "objectValue":{"objectType":"MULTI_PICKLIST","values":%s}}]}]}
                        """
                                .formatted(choices));

        SheetRow row = SmartsheetJson.snapshot(sheet).orElseThrow().rows().getFirst();

        assertThat(cell(row, "9").value().textValue()).isEqualTo(text);
    }

    @Test
    void the_history_of_a_cell_with_several_choices_shows_them() {
        CellChange change =
                SmartsheetJson.change(
                        json(
                                """
                                {"columnId":1,"modifiedAt":"2026-11-22T10:00:00Z",
                                 "objectValue":{"objectType":"MULTI_PICKLIST","values":["Approved"]}}
                                """));

        assertThat(change.value().asText()).isEqualTo("Approved");
    }

    @Test
    void a_bare_version_means_nothing_new() {
        assertThat(SmartsheetJson.snapshot(json("{\"version\":17}"))).isEmpty();
    }

    @Test
    void an_answer_of_another_shape_is_unreadable() {
        assertThatThrownBy(() -> SmartsheetJson.snapshot(json("[]")))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void history_names_the_person_behind_each_value() {
        CellChange change =
                SmartsheetJson.change(
                        json(
                                """
                                {"columnId":1,"value":"Approved","displayValue":"Approved",
                                 "modifiedAt":"2026-11-22T10:00:00Z",
                                 "modifiedBy":{"name":"Fiona","email":"finance@harbor.example"}}
                                """));

        assertThat(change.value().asText()).isEqualTo("Approved");
        assertThat(change.modifiedBy()).isEqualTo("finance@harbor.example");
    }

    @Test
    void a_webhook_hides_its_secret() {
        Webhook webhook =
                SmartsheetJson.webhook(
                        json(
                                """
                                {"id":9,"name":"tieout","callbackUrl":"https://x.example/h",
                                 "scope":"sheet","scopeObjectId":41,"enabled":true,
                                 "status":"ENABLED","sharedSecret":"s3cr3t"}
                                """));

        assertThat(webhook.toString()).doesNotContain("s3cr3t");
        assertThat(webhook.sharedSecret().value()).isEqualTo("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-22T10:00:00Z, 4, -,                    4",
                "2026-11-22T10:00:00Z, 4, 2026-11-22T09:00:00Z, 4",
                "2026-11-22T10:00:00Z, 4, 2026-11-22T10:00:00Z, 0",
                "2026-11-22T10:00:00Z, 4, 2026-11-22T10:00:01Z, 0",
                "2026-11-22T10:00:00Z, 0, 2026-11-22T09:00:00Z, 0",
                "-,                    4, 2026-11-22T09:00:00Z, 0",
                "-,                    0, -,                    0"
            })
    void retries_are_in_vain_until_a_callback_arrives(
            @Nullable String attempt, int retries, @Nullable String success, int vain) {
        ObjectNode node = (ObjectNode) json("{\"id\":9}");
        ObjectNode stats = node.putObject("stats").put("lastCallbackAttemptRetryCount", retries);
        if (attempt != null) {
            stats.put("lastCallbackAttempt", attempt);
        }
        if (success != null) {
            stats.put("lastSuccessfulCallback", success);
        }

        assertThat(SmartsheetJson.webhook(node).stats().vainRetries()).isEqualTo(vain);
    }

    @Test
    void a_webhook_without_stats_has_tried_nothing() {
        assertThat(SmartsheetJson.webhook(json("{\"id\":9}")).stats())
                .isEqualTo(Webhook.Stats.NONE);
    }

    private static SheetCell cell(SheetRow row, String column) {
        return row.cell(new ColumnId(column)).orElseThrow();
    }

    private static JsonNode json(String text) {
        return VendorJson.read(text.getBytes(UTF_8));
    }
}
