package io.tieout.twin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void strikes_the_same_share_of_the_same_calls_for_the_same_seed() {
        assertThat(struck(7)).isEqualTo(struck(7)).isNotEqualTo(struck(8));
        assertThat(struck(7).size()).isBetween(120, 280);
    }

    private static List<Integer> struck(long seed) {
        var faults = new Faults();
        faults.add(
                new FaultScript(
                        "a",
                        "quickbooks",
                        "create",
                        FaultKind.DROP_AFTER_COMMIT,
                        0.2,
                        500,
                        null,
                        0,
                        0,
                        seed));
        return IntStream.range(0, 1000)
                .filter(_ -> faults.losesAnswer("quickbooks", List.of("batch", "create invoice")))
                .boxed()
                .toList();
    }

    @Test
    void a_delay_ends_when_the_fault_is_taken_away() throws Exception {
        // Given
        var faults = new Faults();
        var slow =
                new FaultScript(
                        "a", "quickbooks", null, FaultKind.DELAY, 1, 500, null, 600_000, 0, 1);
        faults.add(slow);
        var call =
                Thread.startVirtualThread(() -> {
                    try {
                        faults.delay(slow);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertThat(call.join(Duration.ofMillis(100))).isFalse();

        // When
        faults.remove(null);

        // Then
        assertThat(call.join(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void a_delay_lasts_as_long_as_it_says() throws Exception {
        var faults = new Faults();
        var slow =
                new FaultScript("a", "quickbooks", null, FaultKind.DELAY, 1, 500, null, 50, 0, 1);
        faults.add(slow);
        var start = System.nanoTime();

        faults.delay(slow);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(49));
    }

    @Test
    void stops_at_its_limit_and_leaves_other_calls_alone() {
        // Given
        var faults = new Faults();
        faults.add(
                new FaultScript(
                        "a",
                        "smartsheet",
                        "update row",
                        FaultKind.STATUS,
                        1,
                        500,
                        "4004",
                        0,
                        2,
                        1));

        // Then
        assertThat(faults.strike("smartsheet", List.of("get sheet"))).isEmpty();
        assertThat(faults.strike("quickbooks", List.of("update row"))).isEmpty();
        assertThat(
                        IntStream.range(0, 5)
                                .filter(_ ->
                                        !faults.strike("smartsheet", List.of("update row"))
                                                .isEmpty())
                                .count())
                .isEqualTo(2);
        assertThat(faults.list().getFirst().hits()).isEqualTo(2);
    }
}
