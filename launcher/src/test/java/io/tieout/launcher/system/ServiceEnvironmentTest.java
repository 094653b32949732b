package io.tieout.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.launcher.kafka.KafkaServer;
import io.tieout.launcher.port.PortPlan;
import io.tieout.launcher.postgres.DatabaseProvisioning;
import io.tieout.launcher.secret.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    @TempDir Path directory;

    private Secrets secrets;
    private ServiceEnvironment environment;

    @BeforeEach
    void makeSecrets() {
        List<String> users = new ArrayList<>(SystemOptions.ALL_SERVICES);
        users.addAll(DatabaseProvisioning.roles());
        users.add(KafkaServer.ADMIN);
        secrets =
                Secrets.of(
                        directory.resolve("secrets.json"),
                        users,
                        List.of("audit-service", "console", "ingest-service"));
        environment = new ServiceEnvironment(new PortPlan(8400), secrets, directory, directory);
    }

    @Test
    void only_audit_can_sign_releases() {
        assertThat(holders("TIEOUT_AUDIT_PRIVATE_KEY")).containsExactly(Part.AUDIT);
    }

    @Test
    void a_channel_signs_with_a_key_that_no_other_service_has() {
        assertThat(holders("TIEOUT_CONSOLE_PRIVATE_KEY")).containsExactly(Part.CONSOLE);
        assertThat(holders("TIEOUT_INGEST_PRIVATE_KEY")).containsExactly(Part.INGEST);
    }

    @Test
    void only_the_two_that_call_the_vendors_can_read_tokens() {
        assertThat(holders("TIEOUT_TOKEN_KEY")).containsExactly(Part.INGEST, Part.WRITEBACK);
    }

    @Test
    void nobody_is_given_the_super_users_password() {
        for (Part part : Part.values()) {
            assertThat(environment.of(part))
                    .doesNotContainValue(secrets.password(KafkaServer.ADMIN));
        }
    }

    @Test
    void the_twin_knows_none_of_our_secrets() {
        assertThat(environment.of(Part.TWIN).keySet())
                .noneMatch(name -> name.startsWith("TIEOUT_DB"))
                .noneMatch(name -> name.startsWith("TIEOUT_KAFKA"))
                .noneMatch(name -> name.endsWith("_KEY"));
    }

    private List<Part> holders(String variable) {
        return Stream.of(Part.values())
                .filter(part -> environment.of(part).containsKey(variable))
                .sorted()
                .toList();
    }

    @Test
    void all_services_but_the_twin_are_services() {
        assertThat(Part.services(SystemOptions.ALL_SERVICES))
                .hasSize(Arrays.asList(Part.values()).size() - 1);
    }
}
