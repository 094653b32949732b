package io.tieout.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.Effect;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.ProposalId;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.model.topic.Topics;
import io.tieout.writeback.release.ReleaseConsumer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the catalogue of QuickBooks' faults says is what happens: a test for each of its actions.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(TestVendors.class)
class FaultActionsComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Predicate<FakeVendors.Seen> CREATING =
            request -> request.isWrite() && request.path().endsWith("/invoice");
    private static final Predicate<FakeVendors.Seen> ASKING =
            request -> request.path().endsWith("/query");

    @Inject ReleaseConsumer releases;
    @Inject RecordingPublisher published;
    @Inject FakeVendors vendors;
    @Inject DeadlyMoments moments;
    @Inject ShiftedClock clock;
    @Inject Jdbi jdbi;

    @BeforeEach
    void reset() {
        vendors.reset();
        moments.live();
        published.clear();
    }

    @Test
    void renew_token_repeats_once_with_a_fresh_one() {
        vendors.refuse(401, "3200", once(CREATING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.invoices()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 120, restore the access",
        "400, 5020, restore the access",
        "400, 6190, QuickBooks subscription"
    })
    void stop_company_leaves_it_alone_until_a_person_has_acted(
            int status, String code, String remedy) {
        // Given
        vendors.refuse(status, code, FakeVendors.Seen::isWrite);
        ProposalId first = releasedInvoice();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(vendors.writes()).isNotEmpty());

        // When
        ProposalId second = releasedInvoice();
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.writes()).hasSize(1));

        // Then
        assertThat(problems()).contains("quickbooks-" + code);
        assertThat(io.tieout.connectors.quickbooks.FaultCatalogue.row(403, code, null).remedy())
                .contains(remedy);
        assertThat(published.published(Topics.OUTCOMES)).isEmpty();
        vendors.refuseNothing();
        clock.moveOn(Duration.ofMinutes(6));
        assertThat(outcome(first)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(outcome(second)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"130", "140", "150"})
    void later_is_tried_again_and_nothing_is_lost(String code) {
        vendors.refuse(400, code, once(CREATING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.invoices()).hasSize(1);
    }

    @Test
    void look_and_repeat_repeats_exactly_the_same_request() {
        vendors.refuse(500, "10000", once(CREATING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.writes()).hasSize(2).containsOnly(vendors.writes().getFirst());
    }

    @Test
    void look_and_repeat_finds_what_a_used_request_id_has_made() {
        vendors.dropAfter(once(CREATING));
        vendors.refuse(400, "600", after(1, CREATING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.anchors()).containsExactly("tieout:" + proposal);
    }

    @Test
    void look_and_repeat_parks_what_quickbooks_fails_at_again_and_again() {
        // Given
        vendors.failAtInvoices(
                body -> body.path("CustomerRef").path("value").asText().equals("66"));
        ProposalId hard = Releases.proposal();

        // When
        ProposalId good = releasedInvoice();
        deliver(hard, Releases.invoice(hard, "66"));

        // Then
        assertThat(outcome(good)).isInstanceOf(OutcomeEvent.EffectDone.class);
        OutcomeEvent.EffectFailed failed = failed(hard);
        assertThat(failed.errorCode()).isEqualTo("quickbooks-10000");
        assertThat(failed.message())
                .contains("An application error has occurred")
                .contains("ready the row again");
        assertThat(vendors.anchors()).containsExactly("tieout:" + good);
        assertThat(vendors.writes().getLast().path()).endsWith("/invoice");
    }

    @Test
    void look_and_repeat_parks_only_what_is_hard_of_a_batch_that_fails_as_a_whole() {
        // Given
        vendors.refuse(500, "10000", request -> request.path().endsWith("/batch"));

        // When
        List<ProposalId> proposals = List.of(releasedInvoice(), releasedInvoice());

        // Then
        proposals.forEach(proposal ->
                assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class));
        assertThat(vendors.invoices()).hasSize(2);
    }

    @Test
    void repeat_once_asks_again_and_finds() {
        vendors.dropAfter(CREATING);
        vendors.refuse(400, "4002", once(ASKING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.invoices()).hasSize(1);
    }

    @Test
    void what_cannot_be_looked_for_holds_up_nothing_else_and_ends_with_a_person() {
        // Given
        vendors.dropAfter(request -> CREATING.test(request) && request.body().contains("\"58\""));
        vendors.refuse(400, "4002", ASKING);
        ProposalId lost = releasedInvoice();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(vendors.seen()).anyMatch(ASKING));

        // When
        ProposalId other = Releases.proposal();
        deliver(other, Releases.invoice(other, "77"));

        // Then
        assertThat(outcome(other)).isInstanceOf(OutcomeEvent.EffectDone.class);
        clock.moveOn(Duration.ofHours(13));
        assertThat(outcome(lost))
                .isInstanceOfSatisfying(
                        OutcomeEvent.EffectUnknown.class,
                        unknown -> assertThat(unknown.message()).contains("quickbooks-4002"));
    }

    @Test
    void page_asks_for_less_at_a_time() {
        vendors.dropAfter(CREATING);
        vendors.refuse(
                400,
                "10100",
                request ->
                        ASKING.test(request)
                                && request.query()
                                        .getOrDefault("query", "")
                                        .endsWith("MAXRESULTS 1000"));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.invoices()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"610", "2500", "6250"})
    void resolve_again_names_what_is_inactive_so_that_the_draft_is_made_anew(String code) {
        vendors.refuse(400, code, CREATING);
        vendors.deactivate("Customer 58");

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal))
                .isInstanceOfSatisfying(
                        OutcomeEvent.EffectRefused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.REFERENCE_STALE);
                            assertThat(refused.message())
                                    .contains("Customer \"No. 58\" is inactive in QuickBooks")
                                    .contains("active again in QuickBooks");
                        });
        assertThat(vendors.writes()).hasSize(1);
    }

    @Test
    void resolve_again_names_what_is_gone_within_a_batch_and_posts_the_others() {
        vendors.refuseInvoices(
                body -> body.path("CustomerRef").path("value").asText().equals("404"));
        vendors.remove("Customer 404");
        ProposalId gone = Releases.proposal();

        ProposalId good = releasedInvoice();
        deliver(gone, Releases.invoice(gone, "404"));

        assertThat(outcome(good)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(outcome(gone))
                .isInstanceOfSatisfying(
                        OutcomeEvent.EffectRefused.class,
                        refused ->
                                assertThat(refused.message())
                                        .contains("Customer 404 is no longer in QuickBooks"));
    }

    @Test
    void resolve_again_tries_once_more_what_is_active_after_all() {
        vendors.refuse(400, "2500", once(CREATING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.writes())
                .extracting(write -> write.query().get("requestid"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void look_for_ours_adopts_the_document_that_took_the_number() {
        vendors.dropAfter(once(CREATING));
        vendors.refuse(400, "6140", after(1, CREATING));

        ProposalId proposal = releasedInvoice();

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.anchors()).containsExactly("tieout:" + proposal);
    }

    @Test
    void look_for_ours_names_the_remedy_when_it_is_somebody_elses() {
        vendors.refuse(400, "6140", CREATING);

        assertThat(failed(releasedInvoice()).message())
                .contains("Another document has this number");
    }

    @ParameterizedTest
    @CsvSource({"400, 1040", "413, 413"})
    void split_sends_each_by_itself(int status, String code) {
        vendors.refuse(status, code, request -> request.path().endsWith("/batch"));

        List<ProposalId> proposals = List.of(releasedInvoice(), releasedInvoice());

        proposals.forEach(proposal ->
                assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class));
        assertThat(vendors.invoices()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6200", "6210"})
    void period_closed_parks_it_with_what_a_person_can_do(String code) {
        vendors.refuse(400, code, CREATING);

        assertThat(outcome(releasedInvoice()))
                .isInstanceOfSatisfying(
                        OutcomeEvent.EffectRefused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.PERIOD_CLOSED);
                            assertThat(refused.message()).contains("Reopen the period");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "620, undo the payment",
        "5030, Switch the feature on",
        "6000, Read what QuickBooks says",
        "6540, undo the payment",
        "10200, read anew"
    })
    void ask_person_says_what_to_do(String code, String remedy) {
        vendors.refuse(400, code, CREATING);

        OutcomeEvent.EffectFailed failed = failed(releasedInvoice());

        assertThat(failed.errorCode()).isEqualTo("quickbooks-" + code);
        assertThat(failed.message()).contains(remedy);
        assertThat(vendors.writes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010", "6070", "6100"})
    void correct_request_is_raised_and_not_repeated(String code) {
        vendors.refuse(400, code, CREATING);

        OutcomeEvent.EffectFailed failed = failed(releasedInvoice());

        assertThat(failed.errorCode()).isEqualTo("quickbooks-" + code);
        assertThat(vendors.writes()).hasSize(1);
    }

    @Test
    void read_again_looks_at_the_document_anew() throws IOException {
        vendors.hasBill(
                "145",
                """
                {"Id": "145", "SyncToken": "3", "VendorRef": {"value": "80"}, "Line": [
                 {"Id": "1", "Amount": 480, "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}}}]}\
                """);
        vendors.refuse(
                400,
                "5010",
                once(request -> request.isWrite() && request.path().endsWith("/bill")));
        ProposalId proposal = Releases.proposal();

        deliver(proposal, Releases.recategorise("145", 1, "480.00", "62", "63"));

        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(vendors.accountsOf("145")).containsExactly("63");
    }

    @Test
    void what_waits_for_billed_reads_holds_up_no_write() throws IOException {
        // Given
        vendors.hasBill(
                "146",
                """
                {"Id": "146", "SyncToken": "3", "VendorRef": {"value": "80"}, "Line": [
                 {"Id": "1", "Amount": 480, "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}}}]}\
                """);
        vendors.throttle(request -> request.path().endsWith("/bill/146"));
        ProposalId line = Releases.proposal();
        deliver(line, Releases.recategorise("146", 1, "480.00", "62", "63"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(problems()).contains("reads-throttled"));
        clock.moveOn(Duration.ofSeconds(61));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(vendors.seen())
                                .filteredOn(seen -> seen.path().endsWith("/bill/146"))
                                .hasSize(2));

        // When
        ProposalId invoice = releasedInvoice();

        // Then
        assertThat(outcome(invoice)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(problems()).contains("reads-throttled");
        assertThat(outcomes(line)).isEmpty();
        vendors.throttle(_ -> false);
        clock.moveOn(Duration.ofSeconds(61));
        assertThat(outcome(line)).isInstanceOf(OutcomeEvent.EffectDone.class);
        assertThat(problems()).isEmpty();
    }

    private static Predicate<FakeVendors.Seen> once(Predicate<FakeVendors.Seen> which) {
        AtomicInteger left = new AtomicInteger(1);
        return request -> which.test(request) && left.getAndDecrement() > 0;
    }

    private static Predicate<FakeVendors.Seen> after(int count, Predicate<FakeVendors.Seen> which) {
        AtomicInteger seen = new AtomicInteger();
        return request -> which.test(request) && seen.getAndIncrement() >= count;
    }

    private ProposalId releasedInvoice() {
        ProposalId proposal = Releases.proposal();
        deliver(proposal, Releases.invoice(proposal, "58"));
        return proposal;
    }

    private void deliver(ProposalId proposal, Effect effect) {
        EventEnvelope<EffectReleased> event = Releases.event(Releases.release(proposal, effect));
        releases.consume(Records.of(Topics.RELEASES, event.payload().effect().target(), event));
    }

    private OutcomeEvent.EffectFailed failed(ProposalId proposal) {
        OutcomeEvent outcome = outcome(proposal);
        assertThat(outcome).isInstanceOf(OutcomeEvent.EffectFailed.class);
        return (OutcomeEvent.EffectFailed) outcome;
    }

    private OutcomeEvent outcome(ProposalId proposal) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(proposal)).hasSize(1));
        return outcomes(proposal).getFirst();
    }

    private List<OutcomeEvent> outcomes(ProposalId proposal) {
        return published.published(Topics.OUTCOMES).stream()
                .map(EventEnvelope::payload)
                .filter(outcome -> outcome.proposalId().equals(proposal))
                .toList();
    }

    private List<String> problems() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT code FROM connections.problems")
                        .mapTo(String.class)
                        .list());
    }
}
