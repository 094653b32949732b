package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Attachment;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.Change;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Attachments: listed as metadata, downloaded through an address that lives two minutes.
final class FileCalls {
    private static final int BYTES_MAX = 30 * 1024 * 1024;
    private static final Duration LINK_LIFE = Duration.ofMinutes(2);
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");

    /// Where a file can be fetched for a while.
    private record Link(Attachment attachment, Instant expires) {}

    private final Desk desk;
    private final Clock clock;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    FileCalls(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void addTo(RouteTable routes, RouteTable open) {
        routes.reads(
                        "2.0/sheets/{sheet}/attachments",
                        "list attachments",
                        (request, params) -> list(request, params, null))
                .reads(
                        "2.0/sheets/{sheet}/rows/{row}/attachments",
                        "list attachments",
                        (request, params) -> list(request, params, Desk.id(params.get("row"))))
                .reads("2.0/sheets/{sheet}/attachments/{attachment}", "get attachment", this::get)
                .writes(
                        "POST",
                        "2.0/sheets/{sheet}/attachments",
                        "attach file",
                        (request, params) -> attach(request, params, null))
                .writes(
                        "POST",
                        "2.0/sheets/{sheet}/rows/{row}/attachments",
                        "attach file",
                        (request, params) -> attach(request, params, Desk.id(params.get("row"))))
                .writes(
                        "DELETE",
                        "2.0/sheets/{sheet}/attachments/{attachment}",
                        "delete attachment",
                        this::delete);
        open.reads("files/{link}", "download attachment", (_, params) -> download(params));
    }

    private Answer list(WireRequest request, Params params, @Nullable Long rowId) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            requireRow(sheet, rowId);
            return Answer.ok(
                    Desk.page(request, SheetCalls.view(desk, sheet, request).attachments(rowId)));
        }
    }

    private static void requireRow(Sheet sheet, @Nullable Long rowId) {
        if (rowId != null && sheet.row(rowId) == null) {
            throw SmartsheetFault.notFound();
        }
    }

    private static Attachment find(Sheet sheet, Params params) {
        var id = Desk.id(params.get("attachment"));
        return sheet.attachments().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(SmartsheetFault::notFound);
    }

    private Answer get(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            var attachment = find(sheet, params);
            var body = SheetCalls.view(desk, sheet, request).attachment(attachment);
            if (attachment.url() != null) {
                return Answer.ok(body.put("url", attachment.url()));
            }
            var now = clock.instant();
            links.values().removeIf(link -> link.expires().isBefore(now));
            var word = UUID.randomUUID().toString();
            links.put(word, new Link(attachment, now.plus(LINK_LIFE)));
            var host = request.header("Host");
            body.put(
                    "url",
                    "http://" + (host == null ? "localhost" : host) + "/smartsheet/files/" + word);
            return Answer.ok(body.put("urlExpiresInMillis", LINK_LIFE.toMillis()));
        }
    }

    private Answer download(Params params) {
        var link = links.get(params.get("link"));
        if (link == null || link.expires().isBefore(clock.instant())) {
            return Answer.text(403, "AccessDenied: request has expired").failed("403");
        }
        var content = link.attachment().content();
        return Answer.bytes(
                link.attachment().mimeType(),
                content == null ? new byte[0] : Base64.getDecoder().decode(content));
    }

    private Answer attach(WireRequest request, Params params, @Nullable Long rowId) {
        var type = request.header("Content-Type");
        var link = type != null && type.startsWith("application/json") ? Desk.json(request) : null;
        var name = link == null ? fileName(request) : link.path("name").asText();
        if (request.body().length > BYTES_MAX) {
            throw SmartsheetFault.bad(1074, "The file is too large.");
        }
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.EDITOR,
                (sheet, edit) -> {
                    requireRow(sheet, rowId);
                    var attachment =
                            link == null
                                    ? edit.attachFile(
                                            rowId,
                                            name,
                                            type == null ? "application/octet-stream" : type,
                                            request.body())
                                    : edit.attachLink(rowId, name, url(link));
                    var what = Json.object().put("name", name).put("bytes", attachment.sizeBytes());
                    return Answer.ok(
                                    Desk.success(
                                                    SheetCalls.view(desk, sheet, request)
                                                            .attachment(attachment))
                                            .put("version", sheet.version()))
                            .changed(
                                    List.of(
                                            Change.of(
                                                            "attach file",
                                                            String.valueOf(sheet.id()),
                                                            String.valueOf(attachment.parentId()),
                                                            what)
                                                    .by(
                                                            request.header(
                                                                    "Smartsheet-Change-Agent"))));
                });
    }

    private static String url(JsonNode link) {
        if (!Json.filled(link, "url")) {
            throw SmartsheetFault.bad(
                    1012,
                    "A required object attribute is missing from your request: attachment.url.");
        }
        return link.path("url").asText();
    }

    private static String fileName(WireRequest request) {
        var header = request.header("Content-Disposition");
        var match = FILE_NAME.matcher(header == null ? "" : header);
        if (!match.find()) {
            throw SmartsheetFault.bad(
                    1011, "A required header was missing or invalid: Content-Disposition");
        }
        return URLDecoder.decode(match.group(1), StandardCharsets.UTF_8);
    }

    private Answer delete(WireRequest request, Params params) {
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.EDITOR,
                (sheet, edit) -> {
                    var attachment = find(sheet, params);
                    edit.remove(attachment);
                    return Answer.ok(Desk.success(null).put("version", sheet.version()))
                            .changed(
                                    List.of(
                                            Change.of(
                                                    "delete attachment",
                                                    String.valueOf(sheet.id()),
                                                    String.valueOf(attachment.id()),
                                                    Json.object())));
                });
    }
}
