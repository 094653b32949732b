package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuickBooksHttpTest {
    private static final String INVOICE =
            "{'CustomerRef':{'value':'70'},'Line':[{'DetailType':'SalesItemLineDetail','Amount':300,"
                    + "'SalesItemLineDetail':{'ItemRef':{'value':'1'},'Qty':2,'UnitPrice':150}}]}";

    @TestHTTPResource URI base;

    private TwinClient twin;
    private String token;

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
        token = twin.accessToken();
    }

    @Test
    void a_refresh_token_works_once() throws Exception {
        // Given: the set-up has used it
        twin.control("PUT", "/settings", "{'refreshGraceSeconds':0}");

        // When
        var stale = twin.refresh("harbor-refresh-token");

        // Then
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(stale.body().path("error_description").asText())
                .isEqualTo("Incorrect or invalid refresh token");
    }

    @Test
    void refuses_a_bad_token_and_another_company() throws Exception {
        var bad = twin.call("GET", BOOKS + "/preferences", "nonsense", null);
        var other = twin.call("GET", "/quickbooks/v3/company/1/preferences", token, null);
        assertThat(bad.status()).isEqualTo(401);
        assertThat(bad.faultCode()).isEqualTo("3200");
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.faultCode()).isEqualTo("120");
    }

    @Test
    void replays_a_request_id_and_counts_one_mutation() throws Exception {
        // When
        var first = twin.call("POST", BOOKS + "/invoice?requestid=r-1", token, INVOICE);
        var again = twin.call("POST", BOOKS + "/invoice?requestid=r-1", token, INVOICE);

        // Then
        assertThat(again.body().path("Invoice")).isEqualTo(first.body().path("Invoice"));
        assertThat(creates()).hasSize(1);
        assertThat(twin.control("GET", "/calls", null).body().toString())
                .contains("\"replayed\":true");
    }

    @Test
    void loses_the_answer_after_the_invoice_exists() throws Exception {
        // Given
        twin.control(
                "POST",
                "/faults",
                "{'vendor':'quickbooks','operation':'create','kind':'DROP_AFTER_COMMIT','limit':1}");

        // When
        assertThatThrownBy(
                        () -> twin.call("POST", BOOKS + "/invoice?requestid=r-2", token, INVOICE))
                .isInstanceOf(IOException.class);

        // Then
        assertThat(creates()).hasSize(1);
        var replay = twin.call("POST", BOOKS + "/invoice?requestid=r-2", token, INVOICE);
        assertThat(replay.body().path("Invoice").path("Id").asText())
                .isEqualTo(creates().getFirst());
    }

    @Test
    void fails_as_scripted_in_the_vendors_envelope() throws Exception {
        // Given
        twin.control(
                "POST",
                "/faults",
                "{'vendor':'quickbooks','operation':'*','kind':'STATUS','status':500,'errorCode':'10000'}");

        // When
        var reply = twin.call("GET", BOOKS + "/preferences", token, null);

        // Then
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.faultCode()).isEqualTo("10000");
        assertThat(reply.body().path("Fault").path("type").asText()).isEqualTo("SystemFault");
    }

    @Test
    void refuses_too_many_requests_with_the_older_status_where_a_script_says_so() throws Exception {
        twin.control(
                "POST",
                "/faults",
                "{'vendor':'quickbooks','operation':'*','kind':'STATUS','status':403,'errorCode':'3001','limit':1}");

        var reply = twin.call("GET", BOOKS + "/preferences", token, null);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.faultCode()).isEqualTo("3001");
    }

    @Test
    void throttles_the_eleventh_request_of_a_second() throws Exception {
        // Given
        twin.control("PUT", "/settings", "{'enforceQuota':true}");

        // When
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var reply = twin.call("GET", BOOKS + "/preferences", token, null);
            statuses.add(reply.status());
            if (reply.status() == 429) {
                assertThat(reply.faultCode()).isEqualTo("3001");
                assertThat(reply.body().path("Fault").path("type").asText()).isEqualTo("SERVICE");
            }
        }

        // Then
        assertThat(statuses).contains(200, 429);
    }

    @Test
    void people_work_in_the_books_without_being_counted() throws Exception {
        // When
        var edited =
                twin.control(
                        "POST", "/books/9130350000000001/customer", "{'Id':'62','Notes':'called'}");
        var refused =
                twin.control(
                        "POST",
                        "/books/9130350000000001/customer",
                        "{'DisplayName':'Orchid Robotics'}");

        // Then
        assertThat(edited.body().path("Customer").path("DisplayName").asText())
                .isEqualTo("Orchid Robotics");
        assertThat(refused.faultCode()).isEqualTo("6240");
        assertThat(creates()).isEmpty();
    }

    @Test
    void prints_a_real_pdf() throws Exception {
        assertThat(twin.call("GET", BOOKS + "/invoice/130/pdf", token, null).status())
                .isEqualTo(200);
        assertThat(twin.call("GET", BOOKS + "/invoice/999/pdf", token, null).faultCode())
                .isEqualTo("610");
    }

    private List<String> creates() throws Exception {
        List<String> ids = new ArrayList<>();
        for (var one : twin.control("GET", "/mutations", null).body()) {
            if (one.path("operation").asText().equals("create invoice")) {
                ids.add(one.path("entityId").asText());
            }
        }
        return ids;
    }
}
