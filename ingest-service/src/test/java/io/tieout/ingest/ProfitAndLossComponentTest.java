package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// The books' own profit and loss, from a stand-in for QuickBooks to its event.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class ProfitAndLossComponentTest {
    private static final String PATH = "/reports/ProfitAndLoss";

    @Inject RecordingPublisher publisher;
    @Inject Jdbi jdbi;

    @Test
    void is_read_for_all_projects_at_once_and_told_of_only_when_it_says_something_new() {
        FakeVendors.BOOKS.cost("120.50");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(costs()).endsWith("120.50 USD"));
        int told = told().size();

        // When it is read again and again, and says the same
        int reads = FakeVendors.requests(PATH).size();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(FakeVendors.requests(PATH)).hasSizeGreaterThan(reads + 2));
        assertThat(told()).hasSize(told);

        FakeVendors.BOOKS.cost("99.50");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told()).hasSize(told + 1));

        List<EventEnvelope<EntityEvent>> both = told();
        assertThat(both.getLast().sourceRevision())
                .isGreaterThan(both.get(both.size() - 2).sourceRevision());
        assertThat(both.getLast().payload())
                .isInstanceOfSatisfying(
                        ProfitAndLossObserved.class,
                        observed -> {
                            assertThat(observed.method()).isEqualTo(AccountingMethod.ACCRUAL);
                            assertThat(observed.from()).hasToString("2015-01-01");
                            assertThat(observed.customers())
                                    .extracting(ProfitAndLossObserved.Customer::title)
                                    .containsExactly("Pier 7");
                        });
        assertThat(FakeVendors.requests(PATH))
                .allSatisfy(request ->
                        assertThat(request.query())
                                .containsEntry("summarize_column_by", "Customers")
                                .containsEntry("accounting_method", "Accrual"));
        assertThat(isInTheBackground()).isTrue();
    }

    @Test
    void a_figure_that_makes_no_sense_is_a_finding_until_it_does() {
        FakeVendors.BOOKS.cost("much");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(trouble()).isOne());

        FakeVendors.BOOKS.cost("7.00");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(trouble()).isZero());
        assertThat(costs()).endsWith("7.00 USD");
    }

    private List<EventEnvelope<EntityEvent>> told() {
        return publisher.published(Topics.QUICKBOOKS_ENTITIES).stream()
                .filter(event -> event.payload() instanceof ProfitAndLossObserved)
                .toList();
    }

    private List<String> costs() {
        return told().stream()
                .map(event -> (ProfitAndLossObserved) event.payload())
                .flatMap(observed -> observed.customers().stream())
                .map(customer -> customer.costOfGoodsSold().toString())
                .toList();
    }

    private int trouble() {
        return count(
                "SELECT count(*) FROM findings WHERE open AND finding_id = 'profit-and-loss:9130'");
    }

    private boolean isInTheBackground() {
        return count(
                        "SELECT count(*) FROM connections.flows WHERE NOT urgent AND flow LIKE '% profit-and-loss report'")
                > 0;
    }

    private int count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
