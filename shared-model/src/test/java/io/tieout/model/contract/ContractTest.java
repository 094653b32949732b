package io.tieout.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.envelope.EventEnvelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden files are the contract with every service and every record already in Kafka.
/// `-Dtieout.goldens.write=true` adds files that are missing; an existing one is never rewritten.
class ContractTest {
    private static final Path GOLDENS = Path.of("src/test/resources/contracts");

    static List<Examples.Example<?>> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_written_as_its_golden_file_says(Examples.Example<?> example) throws IOException {
        String written =
                Contracts.MAPPER
                        .writerFor(Contracts.type(example.topic()))
                        .writeValueAsString(Contracts.envelope(example.payload()));
        Path golden = file(example);
        if (Boolean.getBoolean("tieout.goldens.write") && !Files.exists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, written + "\n");
        }

        assertThat(tree(written)).isEqualTo(tree(Files.readString(golden)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_read_from_its_golden_file(Examples.Example<?> example) throws IOException {
        EventEnvelope<?> read =
                Contracts.MAPPER.readValue(
                        Files.readString(file(example)), Contracts.type(example.topic()));

        assertThat(read).isEqualTo(Contracts.envelope(example.payload()));
    }

    @Test
    void every_event_of_every_sealed_topic_has_an_example() {
        Set<String> missing = new TreeSet<>();
        List<Class<?>> seen =
                examples().stream().<Class<?>>map(example -> example.payload().getClass()).toList();
        examples().stream()
                .map(example -> example.topic().payloadType())
                .flatMap(ContractTest::leaves)
                .filter(type -> !seen.contains(type))
                .forEach(type -> missing.add(type.getSimpleName()));

        assertThat(missing).isEmpty();
    }

    @Test
    void ignores_fields_that_a_newer_writer_added() throws IOException {
        Examples.Example<?> example = examples().getFirst();
        String newer = Files.readString(file(example)).replaceFirst("\\{", "{\"addedLater\": 1,");

        EventEnvelope<?> read = Contracts.MAPPER.readValue(newer, Contracts.type(example.topic()));

        assertThat(read.payload()).isEqualTo(example.payload());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ContractTest::leaves)
                : Stream.of(type);
    }

    private static Path file(Examples.Example<?> example) {
        return GOLDENS.resolve(example.topic().name()).resolve(example.name() + ".json");
    }

    private static JsonNode tree(String json) throws IOException {
        return Contracts.MAPPER.readTree(json);
    }
}
