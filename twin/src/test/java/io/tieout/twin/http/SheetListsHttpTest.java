package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.SHEETS;
import static io.tieout.twin.http.TwinClient.SHEET_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists page in both of the vendor's styles, and groups are what an administrator makes them.
@QuarkusTest
class SheetListsHttpTest {
    private static final String CHILDREN =
            "/workspaces/4800000000000001/children?childrenResourceTypes=sheets&maxItems=2";

    @TestHTTPResource URI base;

    private TwinClient twin;

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
    }

    @Test
    void a_last_key_leads_to_the_next_page_and_the_last_page_has_none() throws Exception {
        twin.control(
                "POST",
                "/workspaces/4800000000000001/sheets",
                "{'count':3,'rows':1,'like':4100000000000001,'name':'More {n}','as':'pm@harbor.example','cells':{'Task':'t'}}");

        var first = get(CHILDREN);
        var second = get(CHILDREN + "&lastKey=" + first.path("lastKey").asText());

        assertThat(first.path("data")).hasSize(2);
        assertThat(second.path("data")).isNotEmpty();
        assertThat(second.path("data").get(0)).isNotEqualTo(first.path("data").get(0));
        var last = second;
        while (last.has("lastKey")) {
            last = get(CHILDREN + "&lastKey=" + last.path("lastKey").asText());
        }
        assertThat(last.path("data")).isNotEmpty();
    }

    @Test
    void a_numbered_page_holds_what_follows_the_one_before() throws Exception {
        var columns = "/sheets/4100000000000001/columns?pageSize=3&page=";

        var first = get(columns + 1);
        var second = get(columns + 2);

        assertThat(first.path("data")).hasSize(3);
        assertThat(second.path("data").get(0).path("index").asInt()).isEqualTo(3);
        assertThat(get(columns + 100).path("data")).isEmpty();
    }

    @Test
    void whoever_is_taken_out_of_a_group_is_not_among_its_members() throws Exception {
        twin.control("PUT", "/groups/Finance", "{'members':['approver@harbor.example']}");

        assertThat(get("/groups/8200000000000001").path("members"))
                .singleElement()
                .satisfies(member ->
                        assertThat(member.path("email").asText())
                                .isEqualTo("approver@harbor.example"));
    }

    private JsonNode get(String path) throws Exception {
        return twin.call("GET", SHEETS + path, SHEET_TOKEN, null).body();
    }
}
