package io.tieout.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir Path folder;

    private Path program;

    @BeforeEach
    void build() throws IOException {
        program = Files.createFile(folder.resolve("program.jar"));
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_000));
    }

    @Test
    void the_same_build_keeps_its_archive() throws IOException {
        Path first = Files.createFile(ClassArchive.of(folder, "twin", program));

        assertThat(ClassArchive.of(folder, "twin", program)).isEqualTo(first).exists();
    }

    @Test
    void another_build_gets_another_and_the_old_one_goes() throws IOException {
        Path first = Files.createFile(ClassArchive.of(folder, "twin", program));
        Files.setLastModifiedTime(program, FileTime.fromMillis(2_000));

        assertThat(ClassArchive.of(folder, "twin", program)).isNotEqualTo(first);
        assertThat(first).doesNotExist();
    }

    @Test
    void other_programs_archives_stay() throws IOException {
        Path other = Files.createFile(ClassArchive.of(folder, "console", program));

        ClassArchive.of(folder, "twin", program);

        assertThat(other).exists();
    }
}
