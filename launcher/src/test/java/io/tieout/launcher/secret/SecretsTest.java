package io.tieout.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path directory;

    @Test
    void they_are_made_once_and_read_afterwards() {
        assertThat(secrets()).isEqualTo(secrets());
    }

    @Test
    void only_the_owner_may_read_them() throws IOException {
        secrets();

        assertThat(Files.getPosixFilePermissions(directory.resolve("secrets.json"))).hasSize(2);
    }

    @Test
    void nothing_secret_is_in_their_text() {
        Secrets secrets = secrets();

        assertThat(secrets.toString()).doesNotContain(secrets.password("admin"));
        assertThat(secrets.keysOf("audit-service").toString())
                .doesNotContain(secrets.keysOf("audit-service").privateKey());
    }

    @Test
    void the_key_for_tokens_has_256_bits() {
        assertThat(Base64.getDecoder().decode(secrets().tokenKey())).hasSize(32);
    }

    private Secrets secrets() {
        return Secrets.of(
                directory.resolve("secrets.json"), List.of("admin"), List.of("audit-service"));
    }
}
