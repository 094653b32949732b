package io.tieout.twin.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells whoever listens that sheets, books, mails or calls changed; listeners return at once.
@ApplicationScoped
public class Changes {
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /// The topic is one of sheets, books, mails, calls.
    public void fire(String topic) {
        listeners.forEach(listener -> listener.accept(topic));
    }
}
