package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Delivery is at least once; effects are once.
@Isolated
class DeliveryIT {
    /// Draft reference, invoice, invoice number, mail.
    private static final int SENTINEL_EFFECTS = 4;

    private static final boolean LONG = Boolean.getBoolean("tieout.long");

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();

    @AfterEach
    void repair() {
        twin.noFaults();
        new Gate(running).holds();
    }

    /// Of all that ever happened here with `-Dtieout.long=true`, else of what happens for one
    /// draft.
    @Test
    void every_event_delivered_ten_times_has_one_effect() throws ExecutionException {
        long since = LONG ? 0 : System.currentTimeMillis();
        Story story = Story.of(running, "Ten times");
        List<String> rows = List.of(story.row("1"), story.row("2"));
        rows.forEach(story::ready);
        String reference = story.reference(rows);
        console.approve(Twin.FIONA, reference);
        rows.forEach(story::invoiceNumber);
        new Gate(running).holds();
        int mutations = changes();
        int mails = twin.mails().size();

        KafkaAccess admin = running.processes().kafka();
        for (io.tieout.model.topic.Topic<?> topic : Topics.ALL) {
            List<ProducerRecord<String, byte[]>> again = new ArrayList<>();
            List<ConsumerRecord<String, byte[]>> delivered =
                    Topic.read(admin, topic.name()).stream()
                            .filter(record -> record.timestamp() >= since)
                            .toList();
            for (int repeat = 0; repeat < 9; repeat++) {
                delivered.forEach(record ->
                        again.add(
                                new ProducerRecord<>(topic.name(), record.key(), record.value())));
            }
            Topic.send(admin, again);
        }

        String after = sentinel();
        assertThat(after).isNotEmpty();
        assertThat(twin.invoicesOf(Console.id(console.draft(reference)))).hasSize(1);
        new Gate(running).holds();
        await().untilAsserted(() ->
                assertThat(changes() - mutations)
                        .as("only the sentinel's effects")
                        .isEqualTo(SENTINEL_EFFECTS));
        assertThat(twin.mails().size() - mails).isLessThanOrEqualTo(1);
    }

    @Test
    void responses_dropped_after_the_commit_leave_one_invoice_each() {
        twin.fault(
                Map.of(
                        "id",
                        "drop",
                        "vendor",
                        "quickbooks",
                        "operation",
                        "create invoice",
                        "kind",
                        "DROP_AFTER_COMMIT",
                        "share",
                        0.2,
                        "seed",
                        7,
                        "limit",
                        100));
        twin.fault(
                Map.of(
                        "id",
                        "drop-batch",
                        "vendor",
                        "quickbooks",
                        "operation",
                        "batch",
                        "kind",
                        "DROP_AFTER_COMMIT",
                        "share",
                        0.2,
                        "seed",
                        11,
                        "limit",
                        100));
        List<Story> stories = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Story story = Story.of(running, "Dropped");
            String row = story.row("1");
            story.ready(row);
            stories.add(story);
            rows.add(row);
        }
        List<String> references = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            references.add(stories.get(i).reference(rows.get(i)));
        }
        console.approveAll(Twin.FIONA, references);

        for (int i = 0; i < rows.size(); i++) {
            stories.get(i).invoiceNumber(rows.get(i));
        }

        List<JsonNode> ours = twin.invoices();
        references.forEach(reference -> {
            String id = Console.id(console.draft(reference));
            assertThat(
                            ours.stream()
                                    .filter(invoice ->
                                            invoice.path("PrivateNote").asText().contains(id)))
                    .as(reference)
                    .hasSize(1);
        });
    }

    /// How much was ever changed, but for webhooks, which are looked after all the time.
    private int changes() {
        return (int)
                twin.mutations().stream()
                        .filter(item -> !item.path("operation").asText().contains("webhook"))
                        .count();
    }

    /// One more row goes through after everything sent before it, so that what came before has been
    /// handled.
    private String sentinel() {
        Story story = Story.of(running, "Sentinel");
        String row = story.row("1");
        story.ready(row);
        console.approve(Twin.FIONA, story.reference(row));
        String number = story.invoiceNumber(row);
        await().untilAsserted(
                        () -> assertThat(story.cell(row, "Invoice Status")).isEqualTo("Posted"));
        return number;
    }
}
