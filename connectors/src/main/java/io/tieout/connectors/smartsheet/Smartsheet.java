package io.tieout.connectors.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.CallSpec;
import io.tieout.connectors.call.VendorCalls;
import io.tieout.connectors.quota.QuotaRequest;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import io.tieout.model.id.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The configured Smartsheet account. Blocking; every failure is a `VendorException`. Not to be
/// called inside a database transaction.
@ApplicationScoped
public class Smartsheet {
    private static final int LIST_PAGE = 100;
    private static final String CHILDREN = "sheets,folders";

    private final SmartsheetClient client;
    private final VendorCalls calls;
    private final SmartsheetFaults faults;
    private final SheetReader reader;
    private final ConnectorsConfig.Smartsheet config;

    Smartsheet(@RestClient SmartsheetClient client, VendorCalls calls, ConnectorsConfig config) {
        this.client = client;
        this.calls = calls;
        this.faults = new SmartsheetFaults(config.quota().throttlePause());
        this.config = config.smartsheet();
        this.reader =
                new SheetReader(this::part, this.config.rowsPerRead(), this.config.pageSize());
    }

    /// The account that this object speaks to: its name in envelopes, tokens and quotas.
    public ConnectionId connection() {
        return config.connection();
    }

    /// What one ordinary call costs, for asking the quota before.
    public QuotaRequest ordinaryCall() {
        return QuotaRequest.smartsheet(connection(), 1);
    }

    /// Reads the sheet; splits named rows over several calls, pages a whole sheet.
    public SheetSnapshot getSheet(SheetRequest request) {
        return reader.read(request, null).orElseThrow();
    }

    /// Reads the sheet unless its version is still `version`: one cheap call then.
    public Optional<SheetSnapshot> getSheetIfNewer(SheetRequest request, long version) {
        return reader.read(request, version);
    }

    /// Rises with every change of a cell, row, comment, attachment or format.
    public long sheetVersion(SheetId sheet) {
        return call(
                "read version",
                false,
                bearer -> client.version(bearer, sheet.value()),
                SmartsheetJson::version);
    }

    /// Sends exactly these bytes, an array of at most 500 rows. All or nothing, unless partial
    /// success is allowed; then see `failed` although the call succeeded (result code 3). Repeating
    /// is harmless. One update of a sheet at a time, else 4004.
    public RowsWritten updateRows(SheetId sheet, byte[] body, boolean allowPartialSuccess) {
        String operation = "update rows";
        Boolean partial = allowPartialSuccess ? Boolean.TRUE : null;
        return call(
                operation,
                true,
                bearer -> client.updateRows(bearer, sheet.value(), partial, body),
                answer ->
                        SmartsheetJson.rowsWritten(
                                answer, error -> faults.ofItem(operation, error)));
    }

    /// Adds rows with exactly these bytes, an array of at most 500 rows; all or nothing. Repeating
    /// adds them again: look for their external ids first.
    public RowsWritten addRows(SheetId sheet, byte[] body) {
        String operation = "add rows";
        return call(
                operation,
                true,
                bearer -> client.addRows(bearer, sheet.value(), body),
                answer ->
                        SmartsheetJson.rowsWritten(
                                answer, error -> faults.ofItem(operation, error)));
    }

    /// Begins a thread on a row with exactly these bytes, `{"comment":{"text":...}}`. Repeating
    /// makes a second thread: look at `discussions` first.
    public CommentMade addComment(SheetId sheet, RowId row, byte[] body) {
        return call(
                "add comment",
                true,
                bearer -> client.addDiscussion(bearer, sheet.value(), row.value(), body),
                SmartsheetJson::commentMade);
    }

    /// The threads of a row with the text of their comments.
    public List<Discussion> discussions(SheetId sheet, RowId row) {
        return pages(
                "read discussions",
                page ->
                        bearer ->
                                client.discussions(
                                        bearer,
                                        sheet.value(),
                                        row.value(),
                                        "comments",
                                        page,
                                        LIST_PAGE),
                SmartsheetJson::discussion);
    }

    /// Who wrote what into a cell, newest first, the last 100 changes. Counts as 10 requests.
    public List<CellChange> cellHistory(SheetId sheet, RowId row, ColumnId column) {
        return calls.call(
                new CallSpec(
                        QuotaRequest.smartsheet(connection(), config.heavyWeight()),
                        "read cell history",
                        false),
                faults,
                bearer ->
                        client.history(
                                bearer,
                                sheet.value(),
                                row.value(),
                                column.value(),
                                "columnType,objectValue",
                                2,
                                1,
                                LIST_PAGE),
                answer -> SmartsheetJson.list(answer.json().path("data"), SmartsheetJson::change));
    }

    /// A link to a file that works for two minutes. An ordinary call: only attaching files is a
    /// heavy one.
    public AttachmentLink attachmentLink(SheetId sheet, String attachmentId) {
        return call(
                "read attachment",
                false,
                bearer -> client.attachment(bearer, sheet.value(), attachmentId),
                SmartsheetJson::attachmentLink);
    }

    /// All webhooks of the token's user. The vendor's `totalPages` is always -1.
    public List<Webhook> webhooks() {
        return pages(
                "list webhooks",
                page -> bearer -> client.webhooks(bearer, page, LIST_PAGE),
                SmartsheetJson::webhook);
    }

    /// One webhook with its secret.
    public Webhook webhook(WebhookId webhook) {
        return call(
                "read webhook",
                false,
                bearer -> client.webhook(bearer, webhook.value()),
                SmartsheetJson::webhook);
    }

    /// Creates a webhook on a sheet, not yet enabled; no columns means all. Store its id before
    /// enabling: the challenge may come before that call returns.
    public Webhook createWebhook(
            String name, String callbackUrl, SheetId sheet, Collection<ColumnId> columns) {
        ObjectNode body = VendorJson.mapper().createObjectNode();
        body.put("name", name).put("callbackUrl", callbackUrl).put("scope", "sheet");
        body.put("scopeObjectId", Long.parseLong(sheet.value())).put("version", 1);
        body.putArray("events").add("*.*");
        if (!columns.isEmpty()) {
            ArrayNode ids = body.putObject("subscope").putArray("columnIds");
            columns.forEach(column -> ids.add(Long.parseLong(column.value())));
        }
        byte[] bytes = VendorJson.write(body);
        return call(
                "create webhook",
                true,
                bearer -> client.createWebhook(bearer, bytes),
                answer -> SmartsheetJson.webhook(answer.path("result")));
    }

    /// Enables or disables a webhook. Enabling returns after the challenge: the callback address
    /// must already answer. See `status` for whether it did.
    public Webhook enableWebhook(WebhookId webhook, boolean enabled) {
        byte[] bytes =
                VendorJson.write(VendorJson.mapper().createObjectNode().put("enabled", enabled));
        return call(
                "enable webhook",
                true,
                bearer -> client.updateWebhook(bearer, webhook.value(), bytes),
                answer -> SmartsheetJson.webhook(answer.path("result")));
    }

    public void deleteWebhook(WebhookId webhook) {
        call(
                "delete webhook",
                true,
                bearer -> client.deleteWebhook(bearer, webhook.value()),
                Function.identity());
    }

    /// The user with this id, as callbacks name them.
    public SheetUser user(String userId) {
        return call(
                "read user", false, bearer -> client.user(bearer, userId), SmartsheetJson::user);
    }

    /// The user who owns our token.
    public SheetUser currentUser() {
        return user("me");
    }

    /// Who has access to a sheet (`GET /shares`, which replaced the per-sheet list in June 2026).
    public List<Share> shares(SheetId sheet) {
        return tokenPages(
                "list shares",
                "items",
                (bearer, key) -> client.shares(bearer, "sheet", sheet.value(), LIST_PAGE, key),
                SmartsheetJson::share);
    }

    /// Who has access to everything in a workspace.
    public List<Share> workspaceShares(WorkspaceId workspace) {
        return tokenPages(
                "list shares",
                "items",
                (bearer, key) ->
                        client.shares(bearer, "workspace", workspace.value(), LIST_PAGE, key),
                SmartsheetJson::share);
    }

    /// The workspace that a sheet lies in, which passes its shares on to it.
    public Optional<WorkspaceId> workspaceOf(SheetId sheet) {
        return call(
                "read workspace of sheet",
                false,
                bearer ->
                        client.sheet(
                                bearer,
                                sheet.value(),
                                null,
                                null,
                                null,
                                null,
                                "source",
                                "nonexistentCells",
                                2,
                                1,
                                1),
                answer ->
                        Optional.ofNullable(VendorJson.text(answer.path("workspace"), "id"))
                                .map(WorkspaceId::new));
    }

    /// The sheets that lie in a workspace, and in its folders: one call for each of them.
    public List<WorkspaceSheet> workspaceSheets(WorkspaceId workspace) {
        List<WorkspaceSheet> sheets = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        Deque<String> unread = new ArrayDeque<>();
        List<JsonNode> children =
                tokenPages(
                        "list workspace",
                        "data",
                        (bearer, key) ->
                                client.workspaceChildren(
                                        bearer, workspace.value(), CHILDREN, LIST_PAGE, key),
                        Function.identity());
        while (true) {
            for (JsonNode child : children) {
                if (!SmartsheetJson.isFolder(child)) {
                    sheets.add(SmartsheetJson.workspaceSheet(child));
                } else if (folders.add(child.path("id").asText())) {
                    unread.add(child.path("id").asText());
                }
            }
            String folder = unread.poll();
            if (folder == null) {
                return List.copyOf(sheets);
            }
            children =
                    tokenPages(
                            "list folder",
                            "data",
                            (bearer, key) ->
                                    client.folderChildren(bearer, folder, CHILDREN, LIST_PAGE, key),
                            Function.identity());
        }
    }

    /// The columns of a sheet in their order.
    public List<SheetColumn> columns(SheetId sheet) {
        return pages(
                "list columns",
                page -> bearer -> client.columns(bearer, sheet.value(), 2, page, LIST_PAGE),
                SmartsheetJson::column);
    }

    /// All groups of the account, without their members.
    public List<SheetGroup> groups() {
        return pages(
                "list groups",
                page -> bearer -> client.groups(bearer, page, LIST_PAGE),
                SmartsheetJson::group);
    }

    /// One group with its members.
    public SheetGroup group(String groupId) {
        return call(
                "read group",
                false,
                bearer -> client.group(bearer, groupId),
                SmartsheetJson::group);
    }

    /// The newer style of lists: a page says with `lastKey` that another follows, even when it is
    /// empty itself because nothing on it may be seen.
    private <T> List<T> tokenPages(
            String operation,
            String field,
            BiFunction<String, @Nullable String, Response> request,
            Function<JsonNode, T> each) {
        List<T> all = new ArrayList<>();
        @Nullable String key;
        @Nullable String next = null;
        do {
            key = next;
            JsonNode answer = tokenPage(operation, request, key);
            all.addAll(SmartsheetJson.list(answer.path(field), each));
            next = VendorJson.text(answer, "lastKey");
        } while (next != null && !next.equals(key));
        return List.copyOf(all);
    }

    private JsonNode tokenPage(
            String operation,
            BiFunction<String, @Nullable String, Response> request,
            @Nullable String key) {
        return call(operation, false, bearer -> request.apply(bearer, key), Function.identity());
    }

    private Optional<SheetSnapshot> part(SheetReader.Part part) {
        return call(
                "read sheet",
                false,
                bearer ->
                        client.sheet(
                                bearer,
                                part.sheet().value(),
                                part.rowIds(),
                                part.columnIds(),
                                part.rowsModifiedSince(),
                                part.ifVersionAfter(),
                                "writerInfo,objectValue,discussions,attachments",
                                "nonexistentCells",
                                2,
                                part.page(),
                                part.pageSize()),
                SmartsheetJson::snapshot);
    }

    private <T> List<T> pages(
            String operation,
            IntFunction<Function<String, Response>> request,
            Function<JsonNode, T> each) {
        List<T> items = new ArrayList<>();
        int page = 1;
        List<T> some;
        do {
            some =
                    call(
                            operation,
                            false,
                            request.apply(page),
                            answer -> SmartsheetJson.list(answer.path("data"), each));
            items.addAll(some);
            page++;
        } while (some.size() == LIST_PAGE);
        return List.copyOf(items);
    }

    private <T> T call(
            String operation,
            boolean mutating,
            Function<String, Response> send,
            Function<JsonNode, T> understand) {
        return calls.call(
                new CallSpec(ordinaryCall(), operation, mutating),
                faults,
                send,
                answer -> understand.apply(answer.json()));
    }
}
