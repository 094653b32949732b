package io.tieout.invoice.narrative;

import io.tieout.kit.wording.Support;
import io.tieout.model.proposal.Evidence.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps of a model's answer only what a line's own sources bear out; every other sentence is
/// dropped and counted. Nothing but words can come of it.
final class NarrativeCheck {
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

    /// More sentences than fit into any description.
    private static final int SENTENCES_MAX = 50;

    /// Words that any invoice line may use: they say nothing that could be wrong.
    private static final Set<String> NEUTRAL =
            Set.of(
                    ("the and for with from into onto over under this that these those was were are has had have been"
                                    + " its our your their which while when where per not any all both each other also then than"
                                    + " carried out done performed completed provided undertaken delivered prepared worked made took"
                                    + " place including included covering covered regarding concerning related following"
                                    + " work works working service services task tasks activity activities support professional"
                                    + " hour hours day days week month time date period project client customer site line"
                                    + " during between until after before upon within throughout against about as at on in of by to")
                            .split(" "));

    private NarrativeCheck() {}

    /// @param kept sentences used
    /// @param dropped sentences refused
    /// @param byTemplate lines that fall back to the template's words
    /// @param sentences those used, with what they rest on
    record Checked(
            List<String> descriptions,
            int kept,
            int dropped,
            int byTemplate,
            List<Sentence> sentences) {
        Checked {
            descriptions = List.copyOf(descriptions);
            sentences = List.copyOf(sentences);
        }
    }

    static Checked check(NarrativeRequest request, NarrativeAnswer answer, int lengthMax) {
        Map<Integer, List<String>> offered = offered(answer);
        List<String> descriptions = new ArrayList<>();
        List<Sentence> used = new ArrayList<>();
        int dropped = 0;
        int byTemplate = 0;
        for (NarrativeRequest.Line line : request.lines()) {
            List<String> own = offered.getOrDefault(line.number(), List.of());
            List<Sentence> supported = supported(line, own, lengthMax);
            used.addAll(supported);
            dropped += own.size() - supported.size();
            byTemplate += supported.isEmpty() ? 1 : 0;
            descriptions.add(
                    supported.isEmpty()
                            ? line.template()
                            : String.join(" ", supported.stream().map(Sentence::text).toList()));
        }
        return new Checked(descriptions, used.size(), dropped, byTemplate, used);
    }

    private static Map<Integer, List<String>> offered(NarrativeAnswer answer) {
        Map<Integer, List<String>> offered = new HashMap<>();
        for (NarrativeAnswer.Line line : present(answer.lines())) {
            Integer number = line.line();
            if (number != null) {
                List<String> own = offered.computeIfAbsent(number, _ -> new ArrayList<>());
                present(line.sentences()).stream()
                        .map(sentence -> NOT_PLAIN.matcher(sentence).replaceAll(" ").strip())
                        .filter(sentence -> !sentence.isEmpty())
                        .forEach(own::add);
            }
        }
        return offered;
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> list) {
        List<T> present = new ArrayList<>();
        if (list != null) {
            for (T element : list) {
                if (element != null) {
                    present.add(element);
                }
            }
        }
        return present;
    }

    private static List<Sentence> supported(
            NarrativeRequest.Line line, List<String> offered, int lengthMax) {
        if (offered.isEmpty()) {
            return List.of();
        }
        Support support = new Support(line.sources(), NEUTRAL);
        List<Sentence> used = new ArrayList<>();
        int length = 0;
        for (String sentence : offered.stream().limit(SENTENCES_MAX).toList()) {
            int longer = length + sentence.length() + (used.isEmpty() ? 0 : 1);
            Optional<List<String>> cites =
                    longer <= lengthMax ? support.of(sentence) : Optional.empty();
            if (cites.isPresent()) {
                used.add(new Sentence(line.number(), sentence, cites.get()));
                length = longer;
            }
        }
        return used;
    }
}
