package io.tieout.ingest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.ingest.FakeVendors;
import io.tieout.ingest.mapping.Drift;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class LetGoComponentTest {
    @Inject LetGo letGo;
    @Inject Drift drift;
    @Inject Mappings mappings;
    @Inject Events events;
    @Inject RecordingPublisher publisher;

    @Test
    void nobody_need_mend_a_sheet_that_left_its_workspace() {
        SheetMapping mapping = mappings.find(new SheetId("41")).orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> drift.outOfReach(mapping, "Not Found", events.newCorrelation()));
        await().untilAsserted(() -> assertThat(last()).get().isInstanceOf(FindingOpened.class));

        QuarkusTransaction.requiringNew().run(() -> letGo.handle(mapping));

        await().untilAsserted(() ->
                assertThat(last())
                        .get()
                        .isInstanceOfSatisfying(
                                FindingResolved.class,
                                resolved -> assertThat(resolved.resolution()).contains("let go")));
    }

    private Optional<FindingEvent> last() {
        return publisher.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding ->
                        switch (finding) {
                            case FindingOpened opened ->
                                    opened.kind() == FindingKind.MAPPING_BROKEN;
                            case FindingResolved resolved ->
                                    resolved.kind() == FindingKind.MAPPING_BROKEN;
                        })
                .reduce((_, last) -> last);
    }
}
