package io.tieout.console.policy;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.RoleHolders;
import io.tieout.console.audit.AuditClient;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.Words;
import io.tieout.console.source.SourceRows;
import io.tieout.model.decision.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The policy page.
@Path("/policy")
@Produces(MediaType.TEXT_HTML)
@Blocking
class PolicyResource {
    private final AuditClient audit;
    private final SourceRows rows;
    private final RoleHolders holders;
    private final Frames frames;

    PolicyResource(AuditClient audit, SourceRows rows, RoleHolders holders, Frames frames) {
        this.audit = audit;
        this.rows = rows;
        this.holders = holders;
        this.frames = frames;
    }

    @GET
    public TemplateInstance page() {
        return switch (audit.ask("/audit/policy", PolicyInForce.class)) {
            case AuditClient.Answer.OutOfReach<PolicyInForce>(String why) ->
                    new PolicyPage(
                            frames.frame(Section.POLICY),
                            why,
                            "",
                            "",
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            "",
                            people());
            case AuditClient.Answer.Given<PolicyInForce>(PolicyInForce policy) -> page(policy);
        };
    }

    private PolicyPage page(PolicyInForce policy) {
        Map<String, String> sheets = rows.sheetNames();
        return new PolicyPage(
                frames.frame(Section.POLICY),
                "",
                policy.version(),
                PolicyWords.phase(policy.phase()),
                PolicyWords.kinds(policy),
                PolicyWords.exceptions(policy),
                policy.sheets().stream()
                        .map(id -> new PolicyPage.Scope(id, sheets.getOrDefault(id, "")))
                        .toList(),
                policy.accounts().stream().map(id -> new PolicyPage.Scope(id, "")).toList(),
                PolicyWords.releases(policy),
                people());
    }

    private List<PolicyPage.Holder> people() {
        return Arrays.stream(Role.values())
                .map(role ->
                        new PolicyPage.Holder(Words.upper(role), may(role), holders.names(role)))
                .toList();
    }

    private static String may(Role role) {
        return switch (role) {
            case VIEWER -> "sees everything, decides nothing";
            case FINANCE ->
                    "approves and rejects what moves money, and decides how the books are matched";
            case APPROVER ->
                    "gives the second approval above a threshold, and decides how the books are matched";
            case OPERATOR -> "sends dead letters again";
            case ADMIN ->
                    "sends dead letters again, sets things up, and decides how the books are matched";
        };
    }
}
