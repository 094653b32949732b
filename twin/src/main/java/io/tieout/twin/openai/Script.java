package io.tieout.twin.openai;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the model behaves just now, and which answers it has been given to say, each once.
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
    private final Deque<JsonNode> answers = new ArrayDeque<>();

    synchronized Mode mode() {
        return mode;
    }

    synchronized int waiting() {
        return answers.size();
    }

    synchronized void set(Mode wanted, List<JsonNode> wantedAnswers) {
        mode = wanted;
        answers.clear();
        answers.addAll(wantedAnswers);
    }

    /// Back to honest sentences.
    public void reset() {
        set(Mode.SCRIPTED, List.of());
    }

    synchronized @Nullable JsonNode next() {
        return answers.pollFirst();
    }
}
