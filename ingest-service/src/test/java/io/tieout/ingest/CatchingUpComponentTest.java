package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where change data capture stops short, nothing is lost: answers that are cut off, and times that
/// the vendor no longer remembers.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class CatchingUpComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = FakeBooks.CHANGES_MAX + 15;

    @Inject RecordingPublisher publisher;
    @Inject Jdbi jdbi;

    @BeforeEach
    void loaded() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(number("SELECT count(*) FROM books WHERE loading")).isZero());
    }

    @AfterEach
    void rememberAll() {
        FakeVendors.BOOKS.remember(Duration.ofDays(30));
        FakeVendors.BOOKS.refuseLargeAnswers(false);
    }

    @Test
    void changes_beyond_the_vendors_limit_are_all_found_and_so_are_hidden_deletions() {
        // Given
        FakeVendors.BOOKS.put("Invoice", "8000", invoice("58"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entities("8000")).hasSize(1));

        // When
        for (int i = 0; i < MANY; i++) {
            FakeVendors.BOOKS.put("Customer", "81" + i, "{\"DisplayName\":\"C %d\"}".formatted(i));
            FakeVendors.BOOKS.put("Invoice", "82" + i, invoice("81" + i));
        }
        FakeVendors.BOOKS.put("Bill", "8300", bill());
        FakeVendors.BOOKS.delete("Invoice", "8000");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(IntStream.range(0, MANY))
                            .allSatisfy(i -> {
                                assertThat(entities("81" + i)).hasSize(1);
                                assertThat(entities("82" + i)).hasSize(1);
                            });
                    assertThat(entities("8300")).hasSize(1);
                    assertThat(entities("8000").getLast()).isInstanceOf(EntityGone.class);
                });
        assertThat(FakeVendors.requests("/cdc"))
                .anyMatch(asked -> "Invoice".equals(asked.query().get("entities")));
        assertThat(FakeVendors.requests("/query"))
                .anyMatch(asked ->
                        asked.query()
                                .get("query")
                                .startsWith(
                                        "SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime >="));
    }

    @Test
    void changes_whose_answer_would_be_too_large_are_asked_for_in_smaller_parts() {
        // Given
        FakeVendors.BOOKS.refuseLargeAnswers(true);

        // When
        for (int i = 0; i < MANY; i++) {
            FakeVendors.BOOKS.put("Vendor", "86" + i, "{\"DisplayName\":\"V %d\"}".formatted(i));
        }
        FakeVendors.BOOKS.put("Bill", "8700", bill());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(IntStream.range(0, MANY))
                            .allSatisfy(i -> assertThat(entities("86" + i)).hasSize(1));
                    assertThat(entities("8700")).hasSize(1);
                });
        FakeVendors.BOOKS.put("Bill", "8701", bill());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entities("8701")).hasSize(1));
    }

    @Test
    void a_checkpoint_older_than_the_vendor_reaches_back_has_everything_read_anew() {
        int asked = FakeVendors.requests("/cdc").size();

        everythingIsReadAnewAfter(Duration.ofDays(31));

        Instant reach = Instant.now().minus(Duration.ofDays(30));
        assertThat(FakeVendors.requests("/cdc").stream().skip(asked))
                .allSatisfy(request ->
                        assertThat(Instant.parse(request.query().get("changedSince")))
                                .isAfter(reach));
    }

    @Test
    void a_vendor_that_remembers_less_than_it_says_has_everything_read_anew() {
        FakeVendors.BOOKS.remember(Duration.ofHours(1));

        everythingIsReadAnewAfter(Duration.ofHours(2));
    }

    /// Things happen that change data capture will never tell of again.
    private void everythingIsReadAnewAfter(Duration age) {
        // Given
        String there = "84" + age.toHours();
        String gone = "85" + age.toHours();
        FakeVendors.BOOKS.put("Customer", there, "{\"DisplayName\":\"Long Pause Ltd\"}");
        FakeVendors.BOOKS.put("Invoice", gone, invoice("58"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(entities(there)).hasSize(1);
                    assertThat(entities(gone)).hasSize(1);
                });
        FakeVendors.BOOKS.changeSilently(
                "Customer", there, "{\"DisplayName\":\"Long Pause Limited\"}");
        FakeVendors.BOOKS.removeSilently("Invoice", gone);
        int load = number("SELECT max(load_number) FROM books");

        // When
        await().atMost(PATIENCE)
                .until(() -> {
                    stopped(age);
                    return number("SELECT max(load_number) FROM books") > load;
                });

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(entities(there).getLast())
                            .isInstanceOfSatisfying(
                                    EntityObserved.class,
                                    observed ->
                                            assertThat(observed.entity().toString())
                                                    .contains("Long Pause Limited"));
                    assertThat(entities(gone).getLast()).isInstanceOf(EntityGone.class);
                });
        FakeVendors.BOOKS.put("Customer", there, "{\"DisplayName\":\"Going On Ltd\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(entities(there)).hasSize(3));
    }

    /// As if nothing had been read for so long.
    private void stopped(Duration age) {
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE books SET checkpoint = :at WHERE NOT loading")
                        .bind("at", Timestamp.from(Instant.now().minus(age)))
                        .execute());
    }

    private List<EntityEvent> entities(String id) {
        return publisher.published(Topics.QUICKBOOKS_ENTITIES).stream()
                .map(EventEnvelope::payload)
                .filter(event -> event.key().endsWith(":" + id))
                .toList();
    }

    private int number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static String invoice(String customer) {
        return """
        {"TxnDate":"2026-11-20","CustomerRef":{"value":"%s"},"TotalAmt":100,"Balance":100,"Line":[]}
        """
                .formatted(customer);
    }

    private static String bill() {
        return """
        {"TxnDate":"2026-11-20","VendorRef":{"value":"80"},"TotalAmt":100,"Balance":100,"Line":[]}
        """;
    }
}
