package io.tieout.model.topic;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One topic and all that a producer, consumer, operator or test must know of it.
///
/// @param keyMeaning what the record key is made of
/// @param retention how long records stay; absent for a compacted state topic, which never expires
public record Topic<T>(
        String name,
        Class<T> payloadType,
        String keyMeaning,
        int partitions,
        @Nullable Duration retention,
        Set<String> writers,
        Set<String> readers,
        String says) {
    public Topic {
        writers = Set.copyOf(writers);
        readers = Set.copyOf(readers);
    }

    /// Whether only the newest record of a key matters.
    public boolean isState() {
        return retention == null;
    }

    /// Where what cannot be processed goes.
    public String deadLetterName() {
        return name + ".dlq";
    }

    /// Where a dead letter gets its second chance.
    public String redriveName() {
        return name + ".redrive";
    }

    /// The topic, its dead letters and its redrives.
    public List<String> allNames() {
        return List.of(name, deadLetterName(), redriveName());
    }
}
