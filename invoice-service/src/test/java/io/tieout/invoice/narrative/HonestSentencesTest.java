package io.tieout.invoice.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.kit.wording.Source;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What an honest model says of a line is kept.
class HonestSentencesTest {
    private static final int CASES = 5_000;
    private static final double KEPT_MIN = 0.95;

    /// A task as a project manager enters it, and what an honest model may make of it.
    private record Told(String task, List<String> sentences) {}

    private static final List<Told> TOLD =
            List.of(
                    new Told(
                            "Pump test on berth 12",
                            List.of(
                                    "Tested the pumps at berth 12.",
                                    "Pump testing was carried out at berth twelve.")),
                    new Told(
                            "Load calc crane rails, rev B",
                            List.of(
                                    "Prepared revision B of the load calculations for the crane rails.",
                                    "Calculated the loads on the crane rails (rev B).")),
                    new Told(
                            "Site visit w/ harbour master re dredging",
                            List.of(
                                    "Visited the site with the harbour master to discuss dredging.",
                                    "Site visit regarding the dredging, together with the harbour master.")),
                    new Told(
                            "Review shop drawings SD-204 to SD-219",
                            List.of(
                                    "Reviewed shop drawings SD-204 to SD-219.",
                                    "Review of the shop drawings from SD-204 to SD-219 was completed.")),
                    new Told(
                            "Weekly coordination call",
                            List.of(
                                    "Took part in the weekly coordination call.",
                                    "Weekly call for project coordination.")),
                    new Told(
                            "Structural design of mooring dolphins",
                            List.of(
                                    "Designed the structure of the mooring dolphins.",
                                    "Structural design work for the mooring dolphins.")),
                    new Told(
                            "Permit application, 2nd submission to Port Authority",
                            List.of(
                                    "Submitted the permit application to the Port Authority for the 2nd time.",
                                    "Prepared the 2nd submission of the permit application.")),
                    new Told(
                            "Travel to Newark, 2 nights",
                            List.of(
                                    "Travelled to Newark for 2 nights.",
                                    "Travel to Newark, staying two nights.")));

    private final SplittableRandom random = new SplittableRandom(7L);

    @Test
    void at_least_ninety_five_in_a_hundred_honest_sentences_survive() {
        int said = 0;
        int kept = 0;
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Told told = TOLD.get(random.nextInt(TOLD.size()));
            LocalDate day = LocalDate.of(2026, 11, random.nextInt(1, 29));
            String hours = random.nextInt(1, 60) + (random.nextBoolean() ? ".25" : "");
            List<Source> sources =
                    List.of(
                            new Source("row:41:1", told.task()),
                            new Source("row:41:1", day.toString()),
                            new Source("row:41:1", hours),
                            new Source("item", "Engineering"),
                            new Source("customer", "Harbor Works LLC"),
                            new Source("project", "Pier 4 Extension"));
            List<String> sentences =
                    List.of(told.sentences().get(random.nextInt(2)), closing(day, hours));
            NarrativeCheck.Checked checked =
                    NarrativeCheck.check(
                            new NarrativeRequest(
                                    List.of(new NarrativeRequest.Line(1, sources, "t"))),
                            new NarrativeAnswer(List.of(new NarrativeAnswer.Line(1, sentences))),
                            300);
            said += sentences.size();
            kept += checked.kept();
            sentences.stream()
                    .filter(it -> !checked.descriptions().getFirst().contains(it))
                    .forEach(lost::add);
        }
        double share = (double) kept / said;
        System.out.printf(
                "RESULT name=honest-sentences said=%d kept=%d share=%.4f%n", said, kept, share);
        assertThat(share)
                .as("lost: %s", lost.stream().distinct().limit(10).toList())
                .isGreaterThanOrEqualTo(KEPT_MIN);
    }

    private String closing(LocalDate day, String hours) {
        return switch (random.nextInt(5)) {
            case 0 -> "%s hours on %s.".formatted(hours, day);
            case 1 -> "The work took %s hours on %s.".formatted(hours, written("d MMMM uuuu", day));
            case 2 -> "Work for Harbor Works LLC on Pier 4.";
            case 3 -> "Engineering services on %s.".formatted(written("MMMM d", day));
            default -> "Engineering for the Pier 4 Extension during November 2026.";
        };
    }

    private static String written(String pattern, LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
