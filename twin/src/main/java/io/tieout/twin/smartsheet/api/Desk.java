package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import io.tieout.twin.settings.LiveSettings;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.Author;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetEdit;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.smartsheet.sheet.Workbook;
import io.tieout.twin.smartsheet.token.AppTokens;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.WireRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What all calls share: who calls, which sheet, one writer at a time, callbacks after the change.
@ApplicationScoped
public class Desk {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 10_000;

    private final Workbook workbook;
    private final Webhooks webhooks;
    private final AppTokens tokens;
    private final LiveSettings settings;
    private final Changes changes;
    private final Clock clock;

    public Desk(
            Workbook workbook,
            Webhooks webhooks,
            AppTokens tokens,
            LiveSettings settings,
            Changes changes,
            Clock clock) {
        this.workbook = workbook;
        this.webhooks = webhooks;
        this.tokens = tokens;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    Workbook workbook() {
        return workbook;
    }

    Person caller(WireRequest request) {
        var token = request.bearer();
        if (token == null || token.isEmpty()) {
            throw new SmartsheetFault(401, 1001, "An Access Token is required.");
        }
        var app = tokens.access(token);
        if (app != null && app.expired()) {
            throw new SmartsheetFault(401, 1003, "Your Access Token has expired.");
        }
        var person = app == null ? workbook.byToken(token) : workbook.person(app.email());
        if (person == null) {
            throw new SmartsheetFault(401, 1002, "Your Access Token is invalid.");
        }
        return person;
    }

    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw SmartsheetFault.notFound();
        }
    }

    /// Whether the call comes with an app's token rather than with a personal one.
    boolean isApp(WireRequest request) {
        var token = request.bearer();
        return token != null && tokens.access(token) != null;
    }

    /// An app may do only what it was allowed; a personal token may do all that its owner may.
    void requireScope(WireRequest request, String scope) {
        var token = request.bearer();
        var app = token == null ? null : tokens.access(token);
        if (app != null && !app.scopes().contains(scope)) {
            throw SmartsheetFault.forbidden();
        }
    }

    /// The sheet, if it is there and the caller may see it: one error for both.
    Sheet sheet(String id, Person caller) {
        var sheet = workbook.sheet(id(id));
        if (sheet == null || workbook.level(sheet, caller) == null) {
            throw SmartsheetFault.notFound();
        }
        return sheet;
    }

    Share.Level level(Sheet sheet, Person caller) {
        return Objects.requireNonNull(workbook.level(sheet, caller));
    }

    /// Gives or takes access to a sheet; whoever owned it and loses it is followed by an
    /// administrator.
    void share(Sheet sheet, Person person, Share.@Nullable Level level) {
        synchronized (sheet) {
            sheet.shares().removeIf(share -> !share.group() && share.granteeId() == person.id());
            if (level == Share.Level.OWNER) {
                sheet.owner(person.email());
            } else if (sheet.owner().equals(person.email())) {
                workbook.people().stream()
                        .filter(Person::admin)
                        .findFirst()
                        .ifPresent(admin -> sheet.owner(admin.email()));
            }
            if (level != null && level != Share.Level.OWNER) {
                sheet.shares().add(new Share("AAAF" + person.id(), false, person.id(), level));
            }
        }
        webhooks.accessChanged(sheet.id());
        changes.fire("sheets");
    }

    void remove(Sheet sheet) {
        workbook.remove(sheet.id());
        webhooks.accessChanged(sheet.id());
        changes.fire("sheets");
    }

    /// One change of a sheet: its answer is built under the sheet's monitor.
    interface Work {
        Answer on(Sheet sheet, SheetEdit edit);
    }

    Answer write(WireRequest request, String sheetId, Share.Level needed, Work work) {
        var caller = caller(request);
        requireScope(request, needed == Share.Level.ADMIN ? "ADMIN_SHEETS" : "WRITE_SHEETS");
        var sheet = sheet(sheetId, caller);
        if (level(sheet, caller).compareTo(needed) < 0) {
            throw SmartsheetFault.forbidden();
        }
        if (!sheet.writer().tryAcquire()) {
            throw new SmartsheetFault(
                    500,
                    4004,
                    "Request failed because sheetId "
                            + sheetId
                            + " is currently being updated by another request that uses the same access token.");
        }
        try {
            Thread.sleep(settings.now().sheetWriteMs());
            var author =
                    new Author(
                            caller,
                            clock.instant(),
                            request.header("Smartsheet-Change-Agent"),
                            false);
            return carryOut(sheet, author, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        } finally {
            sheet.writer().release();
        }
    }

    /// A change by somebody at the screen: no token, no quota, no waiting for other writers.
    public Answer writeAtScreen(Sheet sheet, Person person, ScreenWork work) {
        return carryOut(
                sheet,
                new Author(person, clock.instant(), null, true),
                (same, edit) -> Answer.ok(work.on(edit)));
    }

    /// What somebody does at the screen, and the answer to give.
    public interface ScreenWork {
        JsonNode on(SheetEdit edit);
    }

    private Answer carryOut(Sheet sheet, Author author, Work work) {
        var edit = new SheetEdit(sheet, author, workbook.ids(), workbook.names());
        Answer answer;
        synchronized (sheet) {
            answer = work.on(sheet, edit);
        }
        webhooks.publish(sheet.id(), edit.events());
        changes.fire("sheets");
        return answer;
    }

    static JsonNode json(WireRequest request) {
        var type = request.header("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw SmartsheetFault.bad(
                    1011, "A required header was missing or invalid: Content-Type");
        }
        try {
            return request.json();
        } catch (JsonProcessingException e) {
            throw SmartsheetFault.bad(
                    1008,
                    "Unable to parse request. The following error occurred: "
                            + e.getOriginalMessage());
        }
    }

    static ObjectNode success(@Nullable JsonNode result) {
        var body = Json.object().put("message", "SUCCESS").put("resultCode", 0);
        if (result != null) {
            body.set("result", result);
        }
        return body;
    }

    static int number(WireRequest request, String name, int otherwise) {
        var text = request.query(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw SmartsheetFault.bad(
                    1018, "The value '" + text + "' was not valid for the parameter " + name + ".");
        }
    }

    /// One page of a list, with the vendor's counters.
    static ObjectNode page(WireRequest request, ArrayNode all) {
        return page(request, all, true);
    }

    /// @param wholeAllowed whether this list still knows `includeAll`
    static ObjectNode page(WireRequest request, ArrayNode all, boolean wholeAllowed) {
        var whole = wholeAllowed && "true".equals(request.query("includeAll"));
        var wanted = Math.clamp(number(request, "pageSize", PAGE), 1, PAGE_MAX);
        var size = whole ? Math.max(1, all.size()) : wanted;
        var page = whole ? 1 : Math.max(1, number(request, "page", 1));
        var data = Json.array();
        for (int i = (page - 1) * size; i < Math.min(all.size(), page * size); i++) {
            data.add(all.get(i));
        }
        var body = Json.object();
        body.put("pageNumber", page);
        body.put("pageSize", size);
        body.put("totalPages", Math.max(1, (all.size() + size - 1) / size));
        body.put("totalCount", all.size());
        body.set("data", data);
        return body;
    }
}
