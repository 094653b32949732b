package io.tieout.reconcile.aliases;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.reconcile.facts.Vendors.Vendor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AliasAnswerTest {
    private static final Vendor ATLAS = new Vendor(new EntityId("30"), "Atlas Electric Inc.");
    private static final Vendor BLUEBIRD = new Vendor(new EntityId("31"), "Bluebird Supplies");
    private static final List<Vendor> VENDORS = List.of(ATLAS, BLUEBIRD);
    private static final Optional<AliasAnswer.Known> NOBODY = Optional.empty();

    @Test
    void learns_a_new_name_of_a_vendor() {
        assertThat(answer("A.E. Works", "Atlas Electric Inc.", NOBODY))
                .isEqualTo(new AliasAnswer.Learned(ATLAS));
    }

    @Test
    void the_same_answer_again_is_one_more_source() {
        assertThat(answer("AE works", "Atlas Electric Inc.", taken(ATLAS)))
                .isEqualTo(new AliasAnswer.Confirmed(ATLAS));
    }

    @Test
    void a_vendor_that_was_renamed_is_the_same_vendor() {
        assertThat(
                        answer(
                                "AE works",
                                "Atlas Electric Inc.",
                                Optional.of(
                                        new AliasAnswer.Known("former name", "30", "Former Name"))))
                .isEqualTo(new AliasAnswer.Confirmed(ATLAS));
    }

    @Test
    void does_not_learn_that_a_name_is_two_vendors() {
        assertThat(answer("AE works", "Bluebird Supplies", taken(ATLAS)))
                .isInstanceOfSatisfying(
                        AliasAnswer.Contradicts.class,
                        contradiction -> {
                            assertThat(contradiction.vendor()).isEqualTo(BLUEBIRD);
                            assertThat(contradiction.refusal().why())
                                    .contains("taken for Atlas Electric Inc. already");
                        });
    }

    @Test
    void does_not_learn_that_one_vendor_is_another() {
        assertThat(answer("Bluebird Supplies", "Atlas Electric Inc.", NOBODY))
                .isInstanceOf(AliasAnswer.Contradicts.class);
    }

    @Test
    void refuses_what_is_no_name_and_whom_nobody_knows_and_what_needs_no_learning() {
        assertThat(answer(" - ", "Atlas Electric Inc.", NOBODY))
                .isInstanceOf(AliasAnswer.Refused.class);
        assertThat(answer("x".repeat(4000), "Nobody Ltd", NOBODY))
                .isInstanceOf(AliasAnswer.Refused.class);
        assertThat(answer("ATLAS ELECTRIC", "Atlas Electric Inc.", NOBODY))
                .isInstanceOf(AliasAnswer.Refused.class);
    }

    private static AliasAnswer answer(
            String name, String vendor, Optional<AliasAnswer.Known> learned) {
        return AliasAnswer.of(name, vendor, VENDORS, learned);
    }

    private static Optional<AliasAnswer.Known> taken(Vendor vendor) {
        return Optional.of(
                new AliasAnswer.Known(
                        AliasAnswer.key(vendor.name()), vendor.id().value(), vendor.name()));
    }
}
