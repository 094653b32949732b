package io.tieout.ingest.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Starts the process that reads files, with files of all sorts.
class ExtractionTest {
    private static final long MEMORY = 96L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path directory;

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(FileKind.PDF, SampleFiles.pdf("14 hours of load tests")),
                Arguments.of(FileKind.PDF, SampleFiles.carelessPdf("14 hours of load tests")),
                Arguments.of(FileKind.WORD, SampleFiles.word("14 hours of load tests")),
                Arguments.of(FileKind.EXCEL, SampleFiles.excel("hours of load tests", 14)),
                Arguments.of(FileKind.POWERPOINT, SampleFiles.slides("14 hours of load tests")),
                Arguments.of(FileKind.TEXT, "14 hours of load tests".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void reads_the_text_of_each_kind(FileKind kind, byte[] content) throws IOException {
        Extracted extracted = extract(kind, content);

        assertThat(extracted)
                .isInstanceOfSatisfying(
                        Extracted.Text.class,
                        text -> assertThat(text.text()).contains("hours of load tests", "14"));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(Problem.ENCRYPTED, FileKind.PDF, SampleFiles.encryptedPdf("hidden")),
                Arguments.of(Problem.ENCRYPTED, FileKind.WORD, SampleFiles.encryptedWord("hidden")),
                Arguments.of(Problem.OTHER_CONTENT, FileKind.PDF, SampleFiles.word("no PDF")),
                Arguments.of(Problem.OTHER_CONTENT, FileKind.EXCEL, "a,b,c".getBytes(UTF_8)),
                Arguments.of(Problem.OTHER_CONTENT, FileKind.TEXT, new byte[] {1, 0, 2}),
                Arguments.of(Problem.BROKEN, FileKind.PDF, "%PDF-1.7 and no more".getBytes(UTF_8)),
                Arguments.of(Problem.BROKEN, FileKind.WORD, SampleFiles.excel("sheet", 1)),
                Arguments.of(Problem.NO_TEXT, FileKind.PDF, SampleFiles.pdf(" ")),
                Arguments.of(Problem.UNPACKS_TOO_LARGE, FileKind.WORD, SampleFiles.bomb()));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void says_why_a_file_cannot_be_read(Problem problem, FileKind kind, byte[] content)
            throws IOException {
        assertThat(extract(kind, content)).isEqualTo(new Extracted.Unreadable(problem));
    }

    @Test
    void outlives_a_file_that_takes_all_memory() throws IOException {
        assertThat(extract(FileKind.WORD, SampleFiles.heavy()))
                .isEqualTo(new Extracted.Unreadable(Problem.DIED));
    }

    @Test
    void outlives_elements_nested_without_end() throws IOException {
        assertThat(extract(FileKind.WORD, SampleFiles.nested()))
                .isInstanceOf(Extracted.Unreadable.class);
    }

    @Test
    void gives_up_on_a_file_that_takes_too_long() throws IOException {
        Extraction hasty = new Extraction(new Extraction.Limits(1_000, Duration.ZERO, MEMORY, 1));

        assertThat(hasty.text(FileKind.PDF, file(SampleFiles.pdf("in time"))))
                .isEqualTo(new Extracted.Unreadable(Problem.TOOK_TOO_LONG));
    }

    @Test
    void keeps_the_beginning_of_a_long_text() throws IOException {
        byte[] content = "many words ".repeat(100_000).getBytes(UTF_8);

        assertThat(extract(FileKind.TEXT, content))
                .isInstanceOfSatisfying(
                        Extracted.Text.class,
                        text -> assertThat(text.text()).hasSizeBetween(990, 1_000));
    }

    @Test
    void takes_what_is_not_utf_8_for_western_letters_and_drops_controls() throws IOException {
        byte[] content = "Größe\u0007\r\n14 m²".getBytes(Charset.forName("windows-1252"));

        assertThat(extract(FileKind.TEXT, content)).isEqualTo(new Extracted.Text("Größe \n14 m²"));
    }

    private Extracted extract(FileKind kind, byte[] content) throws IOException {
        return new Extraction(new Extraction.Limits(1_000, PATIENCE, MEMORY, 1))
                .text(kind, file(content));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("file"), content);
    }
}
