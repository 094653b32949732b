package io.tieout.ingest.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.ingest.notification.BookNotice.Operation;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both forms of a notification say the same.
class NotificationTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "quickbooks-notifications");
    private static final RealmId REALM = new RealmId("310687");

    static Stream<Path> tapes() throws IOException {
        return Files.list(TAPES).sorted();
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void is_understood(Path file) throws IOException {
        JsonNode tape = WireJson.mapper().readTree(Files.readString(file));
        JsonNode body = WireJson.mapper().readTree(tape.path("body").asText());

        assertThat(ReadNotification.notices(body, REALM))
                .containsExactly(
                        new BookNotice(
                                REALM,
                                EntityType.ACCOUNT,
                                new EntityId("1234"),
                                Operation.CHANGED,
                                null),
                        new BookNotice(
                                REALM,
                                EntityType.CUSTOMER,
                                new EntityId("58"),
                                Operation.MERGED,
                                new EntityId("59")));
    }
}
