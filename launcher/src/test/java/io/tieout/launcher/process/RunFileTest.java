package io.tieout.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir Path directory;

    @Test
    void what_was_put_on_record_is_read_back() {
        RunFile file = begun();

        file.add(process("kafka", 11));
        file.add(process("audit-service", 12));

        assertThat(file.read().orElseThrow().processes())
                .containsExactly(process("kafka", 11), process("audit-service", 12));
    }

    @Test
    void a_restarted_part_takes_the_place_of_the_old_one() {
        RunFile file = begun();

        file.add(process("kafka", 11));
        file.add(process("kafka", 13));

        assertThat(file.read().orElseThrow().processes()).containsExactly(process("kafka", 13));
    }

    @Test
    void a_file_that_is_cut_short_counts_as_none() throws IOException {
        Files.writeString(directory.resolve("run.json"), "{\"version\":1,\"proc");

        assertThat(new RunFile(directory.resolve("run.json")).read()).isEmpty();
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        begun();

        assertThat(Files.getPosixFilePermissions(directory.resolve("run.json"))).hasSize(2);
    }

    @Test
    void a_pid_that_now_belongs_to_somebody_else_is_not_ours() {
        RunningProcess reused = process("kafka", ProcessHandle.current().pid());

        assertThat(reused.isAlive()).isFalse();
        reused.stop(Duration.ofSeconds(1));
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_process_is_recognised_and_stopped_by_pid_and_marker() {
        ChildProcess child =
                new ChildProcess(
                        "sleeper",
                        List.of("sleep", "61.0625"),
                        Map.of(),
                        directory.resolve("sleeper.log"),
                        "61.0625",
                        RunningProcess.StopSignal.TERMINATE,
                        List.of());

        RunningProcess running = child.start();

        assertThat(running.isAlive()).isTrue();
        running.stop(Duration.ofSeconds(5));
        assertThat(running.isAlive()).isFalse();
    }

    private RunFile begun() {
        RunFile file = new RunFile(directory.resolve("run.json"));
        file.write(RunRecord.begin("test", "2026-11-22T10:00:00Z", directory.toString(), 8400));
        return file;
    }

    private static RunningProcess process(String name, long pid) {
        return new RunningProcess(
                name,
                pid,
                "no command line holds this",
                RunningProcess.StopSignal.TERMINATE,
                List.of(8492),
                "kafka.log");
    }
}
