package io.tieout.console.approval;

import io.tieout.console.decision.Decision;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.id.ProposalId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the checkboxes of a list sent: id, revision and hash of each proposal as it was
/// shown.
final class Picks {
    private Picks() {}

    /// Those that can be read, each once.
    static List<Decision> read(List<String> picks, Verdict verdict, @Nullable String reason) {
        List<Decision> decisions = new ArrayList<>();
        for (String pick : picks.stream().distinct().toList()) {
            String[] parts = pick.split(":", 3);
            if (parts.length == 3 && parts[1].matches("[0-9]{1,9}")) {
                try {
                    decisions.add(
                            new Decision(
                                    ProposalId.of(parts[0]),
                                    Integer.parseInt(parts[1]),
                                    parts[2],
                                    verdict,
                                    reason));
                } catch (IllegalArgumentException _) {
                    // not one of ours: there is nothing to decide about
                }
            }
        }
        return decisions;
    }

    static String write(Decision decision) {
        return decision.proposalId() + ":" + decision.revision() + ":" + decision.hash();
    }
}
