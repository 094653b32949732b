package io.tieout.twin.openai;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the model behaves just now, and which answers it has been given to say.
@ApplicationScoped
public class Script {
    /// The ways to answer.
    enum Mode {
        /// The given answers first, then honest sentences from the prompt.
        SCRIPTED,
        /// The user's own words.
        ECHO,
        /// 503, as from a model that is down.
        OFF,
        /// Text that is no JSON and has figures from nowhere.
        JUNK
    }

    private Mode mode = Mode.SCRIPTED;
    private boolean cycling;
    private final Deque<Turn> answers = new ArrayDeque<>();

    synchronized Mode mode() {
        return mode;
    }

    synchronized int waiting() {
        return answers.size();
    }

    /// @param cycle whether an answer that was given goes to the end of the line
    synchronized void set(Mode wanted, List<Turn> wantedAnswers, boolean cycle) {
        mode = wanted;
        cycling = cycle;
        answers.clear();
        answers.addAll(wantedAnswers);
    }

    /// Back to honest sentences.
    public void reset() {
        set(Mode.SCRIPTED, List.of(), false);
    }

    synchronized @Nullable Turn next() {
        var turn = answers.pollFirst();
        if (turn != null && cycling) {
            answers.addLast(turn);
        }
        return turn;
    }
}
