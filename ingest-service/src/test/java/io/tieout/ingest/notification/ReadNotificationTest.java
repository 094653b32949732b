package io.tieout.ingest.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.ingest.notification.BookNotice.Operation;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bodies are those of Intuit's announcement of 12 November 2025 and of its older
/// documentation.
class ReadNotificationTest {
    private static final RealmId REALM = new RealmId("310687");
    private static final String CLOUD_EVENTS =
            """
            [{"specversion":"1.0","id":"88cd52aa-33b6-4351-9aa4-47572edbd068",
              "source":"intuit.dsnQkJ","type":"qbo.invoice.created.v1",
              "datacontenttype":"application/json","time":"2025-09-10T21:31:25.179851517Z",
              "intuitentityid":"1234","intuitaccountid":"310687","data":{}},
             {"specversion":"1.0","id":"2","source":"s","type":"qbo.customer.merged.v1",
              "time":"2025-09-10T21:31:25Z","intuitentityid":"58","intuitaccountid":"4620816",
              "data":{"deletedId":"59"}}]
            """;
    private static final String OLDER =
            """
            {"eventNotifications":[{"realmId":"310687","dataChangeEvent":{"entities":[
              {"id":"1234","operation":"Delete","name":"TimeActivity","lastUpdated":"2025-09-08T20:52:31-0700"},
              {"id":"58","operation":"Merge","name":"Customer","deletedId":"59","lastUpdated":"2025-09-08T20:52:31.657Z"}]}}]}
            """;

    @Test
    void finds_the_companies_of_both_forms() {
        assertThat(ReadNotification.realms(CLOUD_EVENTS.getBytes(UTF_8)))
                .extracting(RealmId::value)
                .containsExactly("310687", "4620816");
        assertThat(ReadNotification.realms(OLDER.getBytes(UTF_8))).containsExactly(REALM);
        assertThat(ReadNotification.realms("{".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void reads_cloud_events_of_one_company() throws JsonProcessingException {
        assertThat(notices(CLOUD_EVENTS, REALM))
                .containsExactly(
                        new BookNotice(
                                REALM,
                                EntityType.INVOICE,
                                new EntityId("1234"),
                                Operation.CHANGED,
                                null));
        assertThat(notices(CLOUD_EVENTS, new RealmId("4620816")))
                .singleElement()
                .extracting(BookNotice::mergedAway)
                .isEqualTo(new EntityId("59"));
    }

    @Test
    void reads_the_older_form() throws JsonProcessingException {
        assertThat(notices(OLDER, REALM))
                .containsExactly(
                        new BookNotice(
                                REALM,
                                EntityType.TIME_ACTIVITY,
                                new EntityId("1234"),
                                Operation.DELETED,
                                null),
                        new BookNotice(
                                REALM,
                                EntityType.CUSTOMER,
                                new EntityId("58"),
                                Operation.MERGED,
                                new EntityId("59")));
    }

    @Test
    void leaves_out_what_makes_no_sense_and_keeps_the_rest() throws JsonProcessingException {
        String odd =
                """
                [{"type":"qbo.invoice.created.v1","intuitaccountid":"310687"}, 7,
                 {"type":"qbo.budget.updated.v1","intuitentityid":"1","intuitaccountid":"310687"}]
                """;

        assertThat(notices(odd, REALM))
                .containsExactly(
                        new BookNotice(REALM, null, new EntityId("1"), Operation.CHANGED, null));
    }

    private static List<BookNotice> notices(String body, RealmId realm)
            throws JsonProcessingException {
        return ReadNotification.notices(WireJson.mapper().readTree(body), realm);
    }
}
