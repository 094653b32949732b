package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a company's own standing does to calls.
@QuarkusTest
class CompanyConditionHttpTest {
    private static final String COMPANY = "/books/9130350000000001";
    private static final String BATCH =
            "{'BatchItemRequest':[{'bId':'1','Query':'select * from Term'}]}";

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
    void serves_nothing_once_the_subscription_has_ended_and_everything_when_it_is_paid()
            throws Exception {
        twin.control("PUT", COMPANY + "/condition", "{'subscriptionEnded':true}");

        var read = twin.call("GET", BOOKS + "/preferences", token, null);
        var write = twin.call("POST", BOOKS + "/customer", token, "{'DisplayName':'Too late'}");

        assertThat(read.status()).isEqualTo(400);
        assertThat(read.faultCode()).isEqualTo("6190");
        assertThat(write.faultCode()).isEqualTo("6190");
        twin.control("PUT", COMPANY + "/condition", "{'subscriptionEnded':false}");
        assertThat(twin.call("GET", BOOKS + "/preferences", token, null).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_period_that_a_password_would_open_with_a_code_of_its_own() throws Exception {
        var old =
                "{'CustomerRef':{'value':'58'},'TxnDate':'2019-01-31','Line':[{'Amount':10,'DetailType':'SalesItemLineDetail',"
                        + "'SalesItemLineDetail':{'ItemRef':{'value':'1'}}}]}";
        var before = twin.call("POST", BOOKS + "/invoice", token, old);

        twin.control("PUT", COMPANY + "/condition", "{'closingPassword':true}");

        assertThat(before.faultCode()).isEqualTo("6200");
        assertThat(twin.call("POST", BOOKS + "/invoice", token, old).faultCode()).isEqualTo("6210");
    }

    @Test
    void a_fault_may_come_inside_a_200_and_nothing_has_happened() throws Exception {
        twin.control(
                "POST",
                "/faults",
                "{'vendor':'quickbooks','operation':'create','kind':'STATUS','status':200,'errorCode':'620','limit':1}");

        var reply = twin.call("POST", BOOKS + "/customer", token, "{'DisplayName':'Hidden Ltd'}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.faultCode()).isEqualTo("620");
        var again = twin.call("POST", BOOKS + "/customer", token, "{'DisplayName':'Hidden Ltd'}");
        assertThat(again.body().has("Customer")).isTrue();
    }

    @Test
    void all_apps_together_have_a_hundred_and_twenty_batches_a_minute() throws Exception {
        twin.control("PUT", "/settings", "{'enforceQuota':true,'quotaWindows':'SLIDING'}");
        twin.control("POST", COMPANY + "/batches-of-others/115", null);

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            statuses.add(twin.call("POST", BOOKS + "/batch", token, BATCH).status());
        }

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429, 429);
    }
}
