package io.tieout.connectors.smartsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.ComponentResources;
import io.tieout.connectors.StubVendor;
import io.tieout.connectors.StubVendor.Answer;
import io.tieout.connectors.StubVendor.Request;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.token.Tokens;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import io.tieout.model.id.WorkspaceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What we send is what is on the tape, and what comes back is understood.
@QuarkusTest
@QuarkusTestResource(ComponentResources.class)
class SmartsheetTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "smartsheet");
    private static final SheetId SHEET = new SheetId("4100000000000001");
    private static final RowId ROW = new RowId("6100000000000001");
    private static final RowId TALKED_OF = new RowId("6100000000000002");
    private static final ColumnId HOURS = new ColumnId("7100000000000007");
    private static final String HOOK = "4503604829677444";
    private static final String ATTACHMENT = "4583173393803140";
    private static final String CALLBACK = "http://127.0.0.1:1/webhooks/smartsheet";

    private final Smartsheet smartsheet;
    private final Tokens tokens;
    private final int port;

    @Inject
    SmartsheetTapeTest(
            Smartsheet smartsheet, Tokens tokens, @ConfigProperty(name = "stub.port") int port) {
        this.smartsheet = smartsheet;
        this.tokens = tokens;
        this.port = port;
    }

    static Stream<Path> tapes() throws IOException {
        return Files.list(TAPES).sorted().filter(file -> !call(file).startsWith("token."));
    }

    private static String call(Path file) {
        try {
            return VendorJson.read(Files.readAllBytes(file)).path("call").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void sends_and_understands_what_is_on_the_tape(Path file) throws IOException {
        JsonNode tape = VendorJson.read(Files.readAllBytes(file));
        tokens.seed();
        try (StubVendor vendor = new StubVendor(port)) {
            vendor.script(_ ->
                    Answer.of(
                            tape.path("response").path("status").asInt(),
                            tape.path("response").path("body").toString()));

            String understood = understood(tape);

            assertSent(tape.path("request"), vendor.requests().getFirst());
            assertThat(understood).isEqualTo(expected(tape.path("call").asText(), tape));
        }
    }

    private String understood(JsonNode tape) {
        try {
            return call(tape.path("call").asText(), tape.path("request").path("body"));
        } catch (VendorException e) {
            return e.fault().getClass().getSimpleName() + " " + e.fault().trace().code();
        }
    }

    private String call(String name, JsonNode body) {
        byte[] bytes = VendorJson.write(body);
        WebhookId hook = new WebhookId(HOOK);
        return switch (name) {
            case "getSheet.rows" ->
                    rows(
                            smartsheet.getSheet(
                                    SheetRequest.rows(SHEET, List.of(ROW))
                                            .columns(List.of(HOURS))));
            case "getSheet.whole" -> rows(smartsheet.getSheet(SheetRequest.whole(SHEET)));
            case "getSheet.since" ->
                    rows(
                            smartsheet.getSheet(
                                    SheetRequest.changedSince(
                                            SHEET, Instant.parse("2020-01-01T00:00:00Z"))));
            case "getSheetIfNewer" ->
                    String.valueOf(
                            smartsheet
                                    .getSheetIfNewer(SheetRequest.whole(SHEET), 100_000)
                                    .isPresent());
            case "sheetVersion", "sheetVersion.wrongToken" ->
                    String.valueOf(smartsheet.sheetVersion(SHEET));
            case "sheetVersion.absent" -> String.valueOf(smartsheet.sheetVersion(new SheetId("1")));
            case "columns" -> smartsheet.columns(SHEET).getFirst().title();
            case "updateRows" -> written(smartsheet.updateRows(SHEET, bytes, false));
            case "updateRows.partial" -> written(smartsheet.updateRows(SHEET, bytes, true));
            case "addRows" -> written(smartsheet.addRows(SHEET, bytes));
            case "attachmentLink" ->
                    smartsheet.attachmentLink(SHEET, ATTACHMENT).address().toString();
            case "addComment" ->
                    smartsheet
                            .addComment(SHEET, TALKED_OF, bytes)
                            .thread()
                            .comments()
                            .getFirst()
                            .text();
            case "discussions" ->
                    smartsheet
                            .discussions(SHEET, TALKED_OF)
                            .getFirst()
                            .comments()
                            .getFirst()
                            .text();
            case "cellHistory" ->
                    String.valueOf(
                            smartsheet.cellHistory(SHEET, ROW, HOURS).getFirst().modifiedBy());
            case "createWebhook" ->
                    smartsheet
                            .createWebhook("Tieout: Billing", CALLBACK, SHEET, List.of())
                            .status();
            case "createWebhook.nowhere" ->
                    smartsheet
                            .createWebhook("Tieout: Billing", CALLBACK, new SheetId("1"), List.of())
                            .status();
            case "enableWebhook" -> smartsheet.enableWebhook(hook, true).status();
            case "webhook" -> smartsheet.webhook(hook).status();
            case "webhooks" -> smartsheet.webhooks().getFirst().scopeObjectId();
            case "deleteWebhook" -> {
                smartsheet.deleteWebhook(hook);
                yield "deleted";
            }
            case "user" -> String.valueOf(smartsheet.user("8100000000000001").email());
            case "shares" -> smartsheet.shares(SHEET).getFirst().accessLevel();
            case "groups" -> smartsheet.groups().getFirst().name();
            case "group" -> smartsheet.group("8200000000000001").members().getFirst();
            case "workspaceSheets" ->
                    smartsheet
                            .workspaceSheets(new WorkspaceId("4800000000000001"))
                            .getFirst()
                            .name();
            default -> throw new AssertionError("No call " + name);
        };
    }

    private static String expected(String call, JsonNode tape) {
        JsonNode body = tape.path("response").path("body");
        if (tape.path("response").path("status").asInt() != 200) {
            String fault =
                    switch (tape.path("response").path("status").asInt()) {
                        case 401 -> "Unauthorized ";
                        case 404 -> "NotFound ";
                        default -> "Refused ";
                    };
            return fault
                    + (call.endsWith("wrongToken")
                            ? "needs-reauth"
                            : body.path("errorCode").asText());
        }
        return switch (call) {
            case "getSheet.rows" ->
                    "version 1, 20 rows, row 6100000000000001 by pm@harbor.example holds 24";
            case "getSheet.whole", "getSheet.since" ->
                    "version 1, 20 rows, row 6100000000000001 by pm@harbor.example holds nothing";
            case "getSheetIfNewer" -> "false";
            case "sheetVersion" -> "1";
            case "columns" -> "Task";
            case "updateRows" -> "version 2, wrote [6100000000000001], failed []";
            case "updateRows.partial" ->
                    "version 2, wrote [6100000000000001], failed [1 6100000000000002 1036]";
            case "addRows" -> "version 2, wrote [6100000000000021, 6100000000000022], failed []";
            case "attachmentLink" -> "https://files.smartsheet.example/signed/4583173393803140";
            case "addComment", "discussions" -> "Posted as 1001";
            case "cellHistory", "user" -> "pm@harbor.example";
            case "createWebhook", "webhook" -> "NEW_NOT_VERIFIED";
            case "enableWebhook" -> "DISABLED_VERIFICATION_FAILED";
            case "webhooks" -> "4100000000000001";
            case "deleteWebhook" -> "deleted";
            case "shares" -> "OWNER";
            case "groups" -> "Finance";
            case "group" -> "finance@harbor.example";
            case "workspaceSheets" -> "Pier";
            default -> throw new AssertionError("No expectation of " + call);
        };
    }

    private static String rows(SheetSnapshot sheet) {
        SheetRow row = sheet.rows().getFirst();
        return "version %d, %d rows, row %s by %s holds %s"
                .formatted(
                        sheet.version(),
                        sheet.totalRowCount(),
                        row.id(),
                        row.modifiedBy(),
                        row.cell(HOURS).map(cell -> cell.value().asText()).orElse("nothing"));
    }

    private static String written(RowsWritten answer) {
        return "version %s, wrote %s, failed %s"
                .formatted(
                        answer.version(),
                        answer.written(),
                        answer.failed().stream()
                                .map(row ->
                                        "%d %s %s"
                                                .formatted(
                                                        row.index(),
                                                        row.rowId(),
                                                        row.fault().trace().code()))
                                .toList());
    }

    private static void assertSent(JsonNode tape, Request sent) {
        assertThat(sent.method()).isEqualTo(tape.path("method").asText());
        assertThat(sent.path())
                .isEqualTo(
                        "/smartsheet"
                                + tape.path("path")
                                        .asText()
                                        .replace("{hook}", HOOK)
                                        .replace("{attachment}", ATTACHMENT));
        Map<String, String> query = new TreeMap<>();
        tape.path("query")
                .properties()
                .forEach(entry -> query.put(entry.getKey(), entry.getValue().asText()));
        assertThat(query(sent.rawQuery())).isEqualTo(query);
        tape.path("headers")
                .properties()
                .forEach(header -> {
                    if (!header.getKey().equals("Authorization")) {
                        assertThat(sent.header(header.getKey()))
                                .startsWith(header.getValue().asText());
                    }
                });
        assertThat(sent.header("Authorization")).startsWith("Bearer ");
        if (tape.has("body")) {
            assertThat(VendorJson.read(sent.body())).isEqualTo(tape.path("body"));
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        if (!raw.equals("null")) {
            Arrays.stream(raw.split("&"))
                    .map(part -> part.split("=", 2))
                    .forEach(part ->
                            query.put(
                                    URLDecoder.decode(part[0], UTF_8),
                                    URLDecoder.decode(part[1], UTF_8)));
        }
        return query;
    }
}
