package io.tieout.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void is_what_lies_beside_the_jar_of_a_packaged_service() {
        assertThat(ClassPath.of("/app/quarkus-run.jar")).isEqualTo("/app/app/*:/app/lib/main/*");
    }

    @Test
    void is_our_own_elsewhere() {
        assertThat(ClassPath.of("target/classes:a.jar")).isEqualTo("target/classes:a.jar");
    }
}
