package io.tieout.reconcile.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.names.NameMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedPartiesTest {
    private static final RealmId REALM = new RealmId("9130350000000777");

    private final LearnedParties parties = new LearnedParties();

    @Test
    void the_same_names_teach_nothing_new() {
        assertThat(of(REALM, List.of("Atlas Electric")))
                .isSameAs(of(REALM, List.of("Atlas Electric", "Atlas Electric")));
    }

    @Test
    void a_new_vendor_is_learned_and_realms_are_kept_apart() {
        Parties before = of(REALM, List.of("Atlas Electric"));

        assertThat(of(new RealmId("9130350000000778"), List.of("Atlas Electric")))
                .isNotSameAs(before);
        assertThat(of(REALM, List.of("Atlas Electric", "Harbor Cranes"))).isNotSameAs(before);
    }

    @Test
    void a_new_alias_is_learned() {
        Parties before = of(REALM, List.of("Atlas Electric"));

        assertThat(
                        parties.of(
                                REALM,
                                Family.COST,
                                List.of("Atlas Electric"),
                                List.of(new NameMemory.Known("Atlas Electric", "Sparky"))))
                .isNotSameAs(before);
    }

    private Parties of(RealmId realm, List<String> names) {
        return parties.of(realm, Family.COST, names, List.of());
    }
}
