package io.tieout.reconcile.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.matching.BookDocument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedPartiesTest {
    private static final RealmId REALM = new RealmId("9130350000000777");

    private final LearnedParties parties = new LearnedParties();

    @Test
    void another_document_of_a_known_vendor_teaches_nothing_new() {
        assertThat(parties.of(REALM, List.of(bill("1", "Atlas Electric"))))
                .isSameAs(
                        parties.of(
                                REALM,
                                List.of(bill("1", "Atlas Electric"), bill("2", "Atlas Electric"))));
    }

    @Test
    void a_new_vendor_is_learned_and_realms_are_kept_apart() {
        var before = parties.of(REALM, List.of(bill("1", "Atlas Electric")));

        assertThat(
                        parties.of(
                                REALM,
                                List.of(bill("1", "Atlas Electric"), bill("2", "Harbor Cranes"))))
                .isNotSameAs(before);
        assertThat(
                        parties.of(
                                new RealmId("9130350000000778"),
                                List.of(bill("1", "Atlas Electric"))))
                .isNotSameAs(before);
    }

    private static BookDocument bill(String id, String vendor) {
        return new BookDocument(
                EntityType.BILL,
                new EntityId(id),
                vendor,
                null,
                LocalDate.parse("2026-11-03"),
                Money.of("480.00", CurrencyCode.USD),
                List.of());
    }
}
