package io.tieout.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void the_system_tells_kilobytes() {
        assertThat(Memory.kilobytes("Pss:               12345 kB")).isEqualTo(12345L * 1024);
    }

    @Test
    void a_process_that_is_gone_takes_nothing() {
        assertThat(Memory.ofProcess(Integer.MAX_VALUE)).isZero();
    }
}
