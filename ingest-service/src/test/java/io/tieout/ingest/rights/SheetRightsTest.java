package io.tieout.ingest.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.Share;
import io.tieout.connectors.smartsheet.SheetGroup;
import io.tieout.kit.json.WireJson;
import io.tieout.model.decision.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetRightsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final String FIONA = "finance@harbor.example";
    private static final String VIC = "viewer@harbor.example";
    private static final Set<String> APPROVERS = Set.of("Billing Approvers");
    private static final List<Share> SHARES =
            List.of(person(VIC, "VIEWER"), group("g-1", "EDITOR"), person("pm@x.example", "OWNER"));
    private static final SheetGroup FINANCE = new SheetGroup("g-1", "Finance", List.of(FIONA));
    private static final SheetGroup BILLING =
            new SheetGroup("g-2", "Billing Approvers", List.of("Finance@Harbor.example "));

    @Test
    void a_member_of_the_group_who_may_edit_by_another_group_may_decide() {
        assertThat(objection(rights(List.of(FINANCE, BILLING), null), FIONA)).isNull();
    }

    @Test
    void whoever_left_the_group_does_not_hold_its_role() {
        SheetGroup without = new SheetGroup("g-2", "Billing Approvers", List.of("pm@x.example"));

        assertThat(objection(rights(List.of(FINANCE, without), null), FIONA))
                .isEqualTo(
                        "finance@harbor.example is not in Smartsheet's group “Billing Approvers”, whose members hold the finance role.");
    }

    @Test
    void whoever_lost_the_share_may_not_decide_however_many_groups_name_them() {
        SheetGroup left = new SheetGroup("g-1", "Finance", List.of());

        assertThat(objection(rights(List.of(left, BILLING), null), FIONA))
                .isEqualTo("The sheet is not shared with finance@harbor.example any more.");
    }

    @Test
    void whoever_may_only_look_may_not_decide() {
        assertThat(rights(List.of(FINANCE), null).objection(VIC, Role.FINANCE, Set.of()))
                .hasValueSatisfying(why -> assertThat(why).contains("not edit"));
    }

    @Test
    void a_share_that_cannot_be_resolved_is_held_against_nobody() {
        assertThat(rights(List.of(), null).objection(FIONA, Role.FINANCE, Set.of())).isEmpty();
    }

    @Test
    void a_level_that_the_vendor_adds_is_held_against_nobody() {
        SheetRights rights =
                SheetRights.of(
                        NOW, List.of(person(FIONA, "CO_OWNER")), true, List.of(), Set.of(), null);

        assertThat(rights.objection(FIONA, Role.FINANCE, Set.of())).isEmpty();
    }

    @Test
    void a_group_that_is_not_there_gives_nobody_the_role_and_says_so() {
        assertThat(objection(rights(List.of(FINANCE), null), FIONA))
                .contains("“Billing Approvers”", "there is no such group");
    }

    @Test
    void a_group_that_may_not_be_read_gives_nobody_the_role_and_says_why() {
        assertThat(objection(rights(List.of(FINANCE), "1004, not authorized"), FIONA))
                .contains("could not read who they are: 1004, not authorized");
    }

    @Test
    void is_stored_and_read_again_as_it_was() {
        SheetRights rights = rights(List.of(FINANCE, BILLING), null);

        assertThat(WireJson.read(WireJson.text(rights), SheetRights.class)).isEqualTo(rights);
    }

    private static @Nullable String objection(SheetRights rights, String email) {
        return rights.objection(email, Role.FINANCE, APPROVERS).orElse(null);
    }

    private static SheetRights rights(List<SheetGroup> groups, @Nullable String problem) {
        return SheetRights.of(NOW, SHARES, true, groups, APPROVERS, problem);
    }

    private static Share person(String email, String level) {
        return new Share("s-" + email, "USER", "1", null, email, null, level, "ITEM");
    }

    private static Share group(String id, String level) {
        return new Share("s-" + id, "GROUP", null, id, null, null, level, "ITEM");
    }
}
