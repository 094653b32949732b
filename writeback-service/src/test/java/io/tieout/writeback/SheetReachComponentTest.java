package io.tieout.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.Effect;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.release.RowGuard;
import io.tieout.model.topic.Topics;
import io.tieout.writeback.release.ReleaseConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sheet that is not shared for a while loses nothing and gets nothing twice.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(TestVendors.class)
class SheetReachComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Predicate<FakeVendors.Seen> OF_THE_SHEET =
            request -> request.path().startsWith("/2.0/sheets/");

    @Inject ReleaseConsumer releases;
    @Inject RecordingPublisher published;
    @Inject FakeVendors vendors;
    @Inject DeadlyMoments moments;
    @Inject ShiftedClock clock;

    @BeforeEach
    void reset() {
        vendors.reset();
        vendors.cell("41", Releases.NOTES.value(), "");
        moments.live();
        published.clear();
    }

    @ParameterizedTest
    @CsvSource({"404, 1006", "403, 1004"})
    void what_waits_is_written_when_the_sheet_is_shared_again(int status, String code) {
        // Given
        vendors.refuse(status, code, OF_THE_SHEET);
        List<ProposalId> proposals =
                List.of(
                        released(Releases.update("e1", "Posted", "41")),
                        released(Releases.update("e1", "Posted", "42")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(vendors.writes()).isNotEmpty());
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.writes()).hasSize(1));

        // When
        sharedAgain();

        // Then
        proposals.forEach(proposal ->
                assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class));
        assertThat(vendors.written("41")).containsExactly("Posted");
        assertThat(vendors.written("42")).containsExactly("Posted");
    }

    @ParameterizedTest
    @CsvSource({"404, 1006", "403, 1004"})
    void an_invoice_whose_rows_cannot_be_read_waits_for_them_and_holds_up_no_other(
            int status, String code) {
        // Given
        vendors.refuse(status, code, OF_THE_SHEET);
        ProposalId unread = Releases.proposal();
        ProposalId other = Releases.proposal();

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    deliver(guarded(unread));
                    deliver(Releases.event(Releases.release(other, Releases.invoice(other, "58"))));
                });

        // Then
        assertThat(outcome(other)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(outcomes(unread)).isEmpty();
        assertThat(vendors.invoices()).hasSize(1);

        sharedAgain();

        assertThat(outcome(unread)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.invoices()).hasSize(2);
    }

    private static EventEnvelope<EffectReleased> guarded(ProposalId proposal) {
        RowGuard guard =
                new RowGuard(new RowRef(Releases.SHEET, new RowId("41")), Releases.NOTES, "");
        return Releases.event(
                Releases.release(
                        proposal,
                        Releases.invoice(proposal, "58"),
                        List.of(guard),
                        null,
                        Releases.NOT_AFTER,
                        Keys.audit()));
    }

    @Test
    void a_comment_waits_for_its_sheet_as_well() {
        vendors.refuse(404, "1006", OF_THE_SHEET);
        ProposalId proposal = released(Releases.comment("41", "Invoice 1001"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(vendors.writes()).isNotEmpty());

        sharedAgain();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.comments()).containsExactly("Invoice 1001");
    }

    @Test
    void a_comment_on_a_row_that_is_gone_fails_although_the_answer_is_the_same() {
        vendors.refuse(404, "1006", request -> request.path().endsWith("/discussions"));
        vendors.loseRows("41");

        ProposalId proposal = released(Releases.comment("41", "Invoice 1001"));

        assertThat(outcome(proposal))
                .isInstanceOfSatisfying(
                        OutcomeEvent.EffectFailed.class,
                        failed -> assertThat(failed.errorCode()).isEqualTo("row-gone"));
    }

    @Test
    void rows_whose_answer_was_lost_are_not_added_twice_when_the_sheet_cannot_be_seen() {
        // Given
        losesTheFirstAnswer();
        vendors.refuse(404, "1006", request -> OF_THE_SHEET.test(request) && !request.isWrite());
        ProposalId proposal = released(Releases.adding("task-1", "task-2"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.seen()).anyMatch(seen -> !seen.isWrite()));

        // When
        sharedAgain();

        // Then
        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.writes()).hasSize(1);
    }

    @Test
    void a_comment_whose_answer_was_lost_is_not_said_twice_when_the_sheet_cannot_be_seen() {
        // Given
        losesTheFirstAnswer();
        vendors.refuse(404, "1006", request -> OF_THE_SHEET.test(request) && !request.isWrite());
        ProposalId proposal = released(Releases.comment("41", "Invoice 1001"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.seen()).anyMatch(seen -> !seen.isWrite()));

        // When
        sharedAgain();

        // Then
        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.comments()).containsExactly("Invoice 1001");
    }

    @Test
    void a_release_that_runs_out_meanwhile_fails_and_names_the_sheet() {
        // Given
        vendors.refuse(404, "1006", OF_THE_SHEET);
        ProposalId proposal =
                released(
                        Releases.update("e1", "Posted", "41"),
                        clock.instant().plus(Duration.ofMinutes(5)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(vendors.writes()).isNotEmpty());

        // When, Then
        assertThat(outcome(proposal))
                .isInstanceOfSatisfying(
                        OutcomeEvent.EffectFailed.class,
                        failed ->
                                assertThat(failed.message())
                                        .contains("Sheet " + Releases.SHEET)
                                        .contains("Share it with that account again"));
    }

    private void losesTheFirstAnswer() {
        AtomicInteger left = new AtomicInteger(1);
        vendors.dropAfter(request -> request.isWrite() && left.getAndDecrement() > 0);
    }

    private void sharedAgain() {
        vendors.refuseNothing();
    }

    private void deliver(EventEnvelope<EffectReleased> event) {
        releases.consume(Records.of(Topics.RELEASES, event.payload().effect().target(), event));
    }

    private ProposalId released(Effect effect) {
        return released(effect, Releases.NOT_AFTER);
    }

    private ProposalId released(Effect effect, Instant notAfter) {
        ProposalId proposal = Releases.proposal();
        EventEnvelope<EffectReleased> event =
                Releases.event(
                        Releases.release(
                                proposal, effect, List.of(), null, notAfter, Keys.audit()));
        releases.consume(Records.of(Topics.RELEASES, effect.target(), event));
        return proposal;
    }

    /// A minute after the other, because a lane may just be about to wait for one.
    private OutcomeEvent outcome(ProposalId proposal) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    clock.moveOn(Duration.ofSeconds(61));
                    assertThat(outcomes(proposal)).hasSize(1);
                });
        return outcomes(proposal).getFirst();
    }

    private List<OutcomeEvent> outcomes(ProposalId proposal) {
        return published.published(Topics.OUTCOMES).stream()
                .map(EventEnvelope::payload)
                .filter(outcome -> outcome.proposalId().equals(proposal))
                .toList();
    }
}
