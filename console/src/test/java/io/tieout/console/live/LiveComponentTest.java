package io.tieout.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class LiveComponentTest {
    @Inject Changes changes;

    @Inject Clock clock;

    @Test
    void a_page_that_opens_the_stream_late_is_told_at_once_of_what_changed_before() {
        Instant opening = clock.instant();

        AssertSubscriber<Instant> page = opened();

        assertThat(page.getItems().getFirst()).isBeforeOrEqualTo(opening);
    }

    @Test
    void a_page_that_is_open_hears_of_a_change() {
        AssertSubscriber<Instant> page = opened();
        Instant before = clock.instant();

        QuarkusTransaction.requiringNew().run(changes::announce);

        await().untilAsserted(() ->
                assertThat(page.getItems()).last().satisfies(at -> assertThat(at).isAfter(before)));
        assertThat(opened().getItems().getFirst()).isAfter(before);
    }

    private AssertSubscriber<Instant> opened() {
        return changes.stream().subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }
}
