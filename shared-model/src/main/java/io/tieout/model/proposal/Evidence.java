package io.tieout.model.proposal;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a proposal rests on, so that a reviewer can compute it again.
///
/// @param period the billing period, such as `2026-11`; absent when it is not about one
/// @param rulesVersion version of the billing rules that were applied
/// @param narrativesBy `model:<name>` or `template`
/// @param sentences what each of the model's sentences rests on; absent for the template's words
/// @param documents comments, timesheet rows and attachments that were read for it; absent for none
/// @param corrects which line of the books its entry corrects; absent for what corrects none
public record Evidence(
        List<RowCitation> rows,
        List<LineSource> lines,
        @Nullable String project,
        @Nullable String period,
        @Nullable String rulesVersion,
        String narrativesBy,
        @Nullable List<Sentence> sentences,
        @Nullable List<DocumentCitation> documents,
        @Nullable Corrects corrects) {
    /// For proposals that move no money.
    public static final Evidence NONE =
            new Evidence(List.of(), List.of(), null, null, null, "template");

    public Evidence {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
        sentences = sentences == null ? null : List.copyOf(sentences);
        documents = documents == null ? null : List.copyOf(documents);
    }

    /// Evidence of rows alone, in the template's words.
    public Evidence(
            List<RowCitation> rows,
            List<LineSource> lines,
            @Nullable String project,
            @Nullable String period,
            @Nullable String rulesVersion,
            String narrativesBy) {
        this(rows, lines, project, period, rulesVersion, narrativesBy, null, null);
    }

    /// Evidence of a draft that corrects nothing.
    public Evidence(
            List<RowCitation> rows,
            List<LineSource> lines,
            @Nullable String project,
            @Nullable String period,
            @Nullable String rulesVersion,
            String narrativesBy,
            @Nullable List<Sentence> sentences,
            @Nullable List<DocumentCitation> documents) {
        this(rows, lines, project, period, rulesVersion, narrativesBy, sentences, documents, null);
    }

    /// The line of the books with which a correcting entry counts once it is posted.
    ///
    /// @param line such as `Bill:145#2`, or `Bill:145` where the whole is one line
    /// @param accounts in which its costs are counted: the one in which it is booked, and the one
    ///   to which it goes if it goes elsewhere
    /// @param first the first proposal of those that count only together, which may be this one
    /// @param entries how many these are
    public record Corrects(String line, List<EntityId> accounts, ProposalId first, int entries) {
        public Corrects {
            accounts = List.copyOf(accounts);
            if (line.isBlank() || accounts.isEmpty() || entries < 1) {
                throw new IllegalArgumentException("A correction is of a line, in an account");
            }
        }
    }

    /// A sentence of a line's description, and the sources that bear it out.
    ///
    /// @param sources such as `row:41:7`, `comment:9001` or `document:` and a hash
    public record Sentence(int line, String text, List<String> sources) {
        public Sentence {
            sources = List.copyOf(sources);
        }
    }

    /// Something beside the cells that was read for a draft.
    ///
    /// @param source its name among the sources, such as `comment:9001`
    /// @param title what people call it: a file's name, a comment's author
    /// @param hash SHA-256 of its content, hex
    /// @param read whether an attached file's text could be read; absent for what is text itself
    public record DocumentCitation(
            RowRef row, String source, String title, String hash, @Nullable Boolean read) {
        /// Something that is text itself.
        public DocumentCitation(RowRef row, String source, String title, String hash) {
            this(row, source, title, hash, null);
        }
    }

    /// A row as it was when it was used.
    ///
    /// @param occurrence how many times the row has been marked ready on purpose, from 1: each is
    ///   billed at most once
    /// @param sheetVersion the row event's source revision (major) that was used
    public record RowCitation(RowRef row, int occurrence, long sheetVersion) {}

    /// Which rows an invoice line came from, and where its rate came from.
    ///
    /// @param rateId the item whose price was used, absent for a rate card or a cost
    public record LineSource(
            int line,
            List<RowRef> rows,
            RateSource rateSource,
            @Nullable EntityId rateId,
            @Nullable Money cost) {
        public LineSource {
            rows = List.copyOf(rows);
        }
    }

    /// Where a rate came from.
    public enum RateSource {
        ITEM,
        RATE_CARD,
        COST_PLUS_MARKUP,
        MINIMUM_FEE,
        /// The row's own amount, for documents other than invoices.
        SHEET
    }
}
