package io.tieout.console.pairing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.SignedIn;
import io.tieout.console.finding.Finding;
import io.tieout.console.finding.Findings;
import io.tieout.console.frame.Address;
import io.tieout.console.matching.AskReconcile;
import io.tieout.console.matching.MatchingClient;
import io.tieout.console.matching.MatchingClient.Answer;
import io.tieout.console.matching.MayMatch;
import io.tieout.console.matching.Shown;
import io.tieout.console.matching.Typed;
import io.tieout.console.pairing.Forms.Sent;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The page of one line: what it belongs to, with the way to take it apart or to teach its name.
@Path("/matching/line")
@Produces(MediaType.TEXT_HTML)
@Blocking
class LineResource {
    private static final Pattern FINDING = Pattern.compile("[^/\\s]{1,60}/[^\\s]{1,120}");
    private static final int NAME_MAX = 200;
    private static final int FINDING_MAX = 120;

    private final MatchingClient client;
    private final AskReconcile ask;
    private final LineViews views;
    private final Findings findings;
    private final SignedIn signedIn;
    private final Clock clock;

    LineResource(
            MatchingClient client,
            AskReconcile ask,
            LineViews views,
            Findings findings,
            SignedIn signedIn,
            Clock clock) {
        this.client = client;
        this.ask = ask;
        this.views = views;
        this.findings = findings;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    static Address address(String realm, String line) {
        return Address.of("/matching/line").with("realm", realm).with("id", line);
    }

    @GET
    public TemplateInstance page(
            @QueryParam("realm") @DefaultValue("") String realm,
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("finding") @DefaultValue("") String finding,
            @QueryParam("sent") @Nullable String sent) {
        if (realm.isBlank() && finding.contains("/")) {
            return ofFinding(finding, Sent.words(sent));
        }
        return page(new Asked(realm, id, finding), Sent.words(sent), "wait");
    }

    /// What a page is asked for.
    private record Asked(String realm, String id, String finding) {}

    /// The first row that a finding is about.
    private LinePage ofFinding(String finding, String message) {
        int slash = finding.indexOf('/');
        String realm = finding.substring(0, slash);
        String name = finding.substring(slash + 1);
        return FINDING.matcher(finding).matches()
                ? findings.find(new RealmId(realm), new FindingId(name))
                        .map(Finding::opened)
                        .filter(opened -> !opened.rows().isEmpty())
                        .map(opened -> opened.rows().getFirst().key())
                        .map(row -> page(new Asked(realm, row, name), message, "wait"))
                        .orElseGet(() ->
                                views.trouble(
                                        realm, name, "the finding names no row", message, "wait"))
                : views.trouble("", finding, "there is no such finding", "", "");
    }

    @POST
    @Path("unmatch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unmatch(
            @FormParam("realm") @DefaultValue("") String realm,
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("finding") @DefaultValue("") String finding,
            @FormParam("sheetLine") @DefaultValue("") String sheetLine,
            @FormParam("booksLine") @DefaultValue("") String booksLine,
            @FormParam("reason") @Nullable String typed) {
        String reason = Typed.reason(typed);
        Asked asked = new Asked(realm, id, finding);
        if (!MayMatch.may(signedIn.person())) {
            return forbidden(asked);
        }
        if (realm.isBlank() || !Typed.isPair(sheetLine, booksLine) || reason.isEmpty()) {
            return Forms.html(
                    Forms.WRONG, page(asked, "Say why the two do not belong together.", "bad"));
        }
        ask.send(
                new MatchingCommand.Unmatched(
                        signedIn.person().email(),
                        clock.instant(),
                        new RealmId(realm),
                        sheetLine,
                        booksLine,
                        reason));
        return Forms.sent(address(realm, id), Sent.UNMATCHED);
    }

    @POST
    @Path("name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @FormParam("realm") @DefaultValue("") String realm,
            @FormParam("id") @DefaultValue("") String id,
            @FormParam("finding") @DefaultValue("") String finding,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("vendor") @DefaultValue("") String vendor) {
        Asked asked = new Asked(realm, id, finding);
        if (!MayMatch.may(signedIn.person())) {
            return forbidden(asked);
        }
        if (realm.isBlank() || !isName(name) || !isName(vendor)) {
            return Forms.html(
                    Forms.WRONG,
                    page(
                            asked,
                            "Name the vendor as QuickBooks does, in %d letters at most."
                                    .formatted(NAME_MAX),
                            "bad"));
        }
        ask.send(
                new MatchingCommand.AliasConfirmed(
                        signedIn.person().email(),
                        clock.instant(),
                        new RealmId(realm),
                        name.strip(),
                        vendor.strip(),
                        finding.isBlank() || finding.length() > FINDING_MAX
                                ? null
                                : new FindingId(finding),
                        row(id)));
        return Forms.sent(address(realm, id), Sent.CONFIRMED);
    }

    private LinePage page(Asked asked, String message, String tone) {
        String realm = asked.realm();
        String id = asked.id();
        if (realm.isBlank() || id.isBlank()) {
            return views.trouble(realm, id, "no line is named", message, tone);
        }
        Answer<Shown.Line> answer = client.line(new RealmId(realm), id);
        return switch (answer) {
            case Answer.Given<Shown.Line>(Shown.Line line) ->
                    views.page(realm, line, asked.finding(), message, tone);
            case Answer.Nothing<Shown.Line> _ ->
                    views.trouble(
                            realm,
                            id,
                            "it is gone, or was not compared with the other book yet",
                            message,
                            tone);
            case Answer.Refused<Shown.Line> _, Answer.OutOfReach<Shown.Line> _ ->
                    views.trouble(realm, id, Companies.why(answer), message, tone);
        };
    }

    private Response forbidden(Asked asked) {
        return Forms.html(Forms.FORBIDDEN, page(asked, MayMatch.whyNot(signedIn.person()), "bad"));
    }

    private static boolean isName(String typed) {
        return !typed.isBlank() && typed.length() <= NAME_MAX;
    }

    private static @Nullable RowRef row(String id) {
        Matcher line = Typed.SHEET_LINE.matcher(id);
        return line.matches()
                ? new RowRef(new SheetId(line.group(1)), new RowId(line.group(2)))
                : null;
    }
}
