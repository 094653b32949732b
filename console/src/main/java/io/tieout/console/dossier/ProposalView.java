package io.tieout.console.dossier;

import io.tieout.console.frame.Badge;
import io.tieout.console.frame.When;
import io.tieout.console.source.RowWords;
import java.util.List;

/// A proposal as its page shows it: what will happen, why it waits, what it rests on, its life.
///
/// @param wordsByModel whether the lines' words were written by a model
/// @param lifeTrouble why the life is not audit's own record, or empty
/// @param whyNot why this person cannot decide now, or empty when they can
/// @param pending the person's own decision that audit has not acted on yet, or empty
/// @param large whether approving is confirmed once more
public record ProposalView(
        String id,
        String pick,
        String reference,
        int revision,
        String hash,
        String kind,
        String counterparty,
        String currency,
        String amount,
        String sentence,
        Badge status,
        boolean waiting,
        When since,
        String waitReason,
        List<Need> needs,
        List<Fact> facts,
        List<Check> checks,
        int checksFailed,
        List<Line> lines,
        List<Fact> sums,
        boolean wordsByModel,
        List<Deed> deeds,
        List<Note> notes,
        List<Step> life,
        String lifeTrouble,
        boolean mayApprove,
        boolean mayReject,
        String whyNot,
        String pending,
        boolean large,
        List<String> reasons,
        String payload,
        String correlation) {
    /// Somebody who must decide, or has.
    public record Need(String who, String rule, boolean given, String by, When at) {}

    /// A name and what it is.
    public record Fact(String name, String value) {}

    /// What one review rule said.
    public record Check(String rule, boolean passed, String detail) {}

    /// An invoice line beside the rows that it came from.
    public record Line(
            int number,
            String item,
            String description,
            String quantity,
            String price,
            String amount,
            String date,
            String note,
            List<RowWords> rows,
            List<String> differences) {}

    /// An effect and how far it got.
    public record Deed(
            String id, String words, List<String> details, Badge status, String outcome, When at) {}

    /// A finding about the proposal.
    public record Note(Badge status, String title, String remedy, String href) {}

    /// A step in its life.
    public record Step(
            When at, String title, String text, String actor, String sequence, String hash) {}
}
