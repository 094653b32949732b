package io.tieout.bench.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SustainedTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_quota_that_is_always_used_is_used_whole() {
        assertThat(Sustained.of(evenly(0, 400, 600), 100).part()).isCloseTo(1, within(0.001));
    }

    @Test
    void a_quota_that_is_used_in_bursts_is_used_whole_wherever_the_record_ends() {
        List<Instant> bursts =
                IntStream.range(0, 6)
                        .mapToObj(minute -> evenly(minute * 60_000L, 100, 200))
                        .flatMap(List::stream)
                        .toList();

        assertThat(IntStream.range(300, 600))
                .allSatisfy(count ->
                        assertThat(Sustained.of(bursts.subList(0, count), 100).part())
                                .isCloseTo(1, within(0.001)));
    }

    @Test
    void a_burst_every_other_minute_uses_half() {
        List<Instant> bursts =
                IntStream.range(0, 6)
                        .mapToObj(turn -> evenly(turn * 120_000L, 100, 200))
                        .flatMap(List::stream)
                        .toList();

        assertThat(Sustained.of(bursts, 100).part()).isCloseTo(0.5, within(0.001));
    }

    @Test
    void what_went_out_at_once_in_the_beginning_counts_for_nothing() {
        List<Instant> burst = Stream.generate(() -> BEGIN).limit(100).toList();
        List<Instant> half = evenly(1_200, 300, 1_200);

        assertThat(Sustained.of(Stream.concat(burst.stream(), half.stream()).toList(), 100).part())
                .isCloseTo(0.5, within(0.001));
    }

    @Test
    void a_pause_while_work_is_left_shows() {
        List<Instant> all =
                Stream.concat(evenly(0, 200, 600).stream(), evenly(150_000, 200, 600).stream())
                        .toList();

        assertThat(Sustained.of(all, 100).part()).isLessThan(0.95);
    }

    @Test
    void the_last_stragglers_do_not_count() {
        List<Instant> all =
                Stream.concat(
                                evenly(0, 400, 600).stream(),
                                Stream.of(BEGIN.plusSeconds(900), BEGIN.plusSeconds(999)))
                        .toList();

        assertThat(Sustained.of(all, 100).part()).isCloseTo(1, within(0.001));
    }

    @Test
    void too_little_work_says_nothing() {
        assertThat(Sustained.of(evenly(0, 150, 10), 100)).isEqualTo(new Sustained(150, 0, 0));
    }

    private static List<Instant> evenly(long fromMs, int count, long stepMs) {
        return IntStream.range(0, count)
                .mapToObj(i -> BEGIN.plusMillis(fromMs + i * stepMs))
                .toList();
    }
}
