package io.tieout.console.pairing;

import io.tieout.console.frame.Choice;
import io.tieout.console.matching.MatchingClient;
import io.tieout.console.matching.MatchingClient.Answer;
import io.tieout.console.matching.MatchingTabs;
import io.tieout.console.matching.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The company whose pairs a page shows.
///
/// @param realm empty when it is not known
/// @param trouble why not, or empty
record Companies(String realm, List<Choice> all, String trouble) {
    /// The one that is asked for, or the first.
    static Companies of(MatchingClient client, MatchingTabs tab, @Nullable String realm) {
        return switch (client.rules()) {
            case Answer.Given<List<Shown.Rules>>(var known) when !known.isEmpty() -> {
                String chosen =
                        known.stream()
                                .map(Shown.Rules::realm)
                                .filter(one -> one.equals(realm))
                                .findFirst()
                                .orElse(known.getFirst().realm());
                yield new Companies(chosen, tab.companies(known, chosen), "");
            }
            case Answer.OutOfReach<List<Shown.Rules>>(String why) ->
                    new Companies("", List.of(), why);
            case Answer.Given<List<Shown.Rules>> _,
                    Answer.Nothing<List<Shown.Rules>> _,
                    Answer.Refused<List<Shown.Rules>> _ ->
                    new Companies("", List.of(), "no company's books are loaded yet");
        };
    }

    /// Why an answer is not there.
    static String why(Answer<?> answer) {
        return switch (answer) {
            case Answer.OutOfReach<?>(String why) -> why;
            case Answer.Refused<?>(Shown.Refusal refusal) -> refusal.why();
            case Answer.Given<?> _, Answer.Nothing<?> _ -> "reconcile-service knows nothing of it";
        };
    }
}
