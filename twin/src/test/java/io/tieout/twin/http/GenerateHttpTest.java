package io.tieout.twin.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GenerateHttpTest {
    @TestHTTPResource URI base;

    private TwinClient twin;

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
    }

    @Test
    void spreads_rows_evenly_over_sheets_of_their_own_columns() throws Exception {
        JsonNode made =
                twin.control("POST", "/generate", "{'sheets':3,'rows':10,'customers':10}").body();

        assertThat(made.path("sheets")).hasSize(3);
        assertThat(made.path("sheets").path(0).path("rows")).hasSize(4);
        assertThat(made.path("sheets").path(1).path("rows")).hasSize(3);
        assertThat(made.path("sheets").path(0).path("columns").path("Status"))
                .isNotEqualTo(made.path("sheets").path(1).path("columns").path("Status"));
    }

    @Test
    void makes_a_customer_for_each_row() throws Exception {
        twin.control("POST", "/generate", "{'sheets':1,'rows':5}");

        JsonNode customers = twin.control("GET", "/books/9130350000000001/Customer", null).body();
        assertThat(customers.findValuesAsText("DisplayName"))
                .contains("Customer 00001", "Customer 00005")
                .doesNotContain("Customer 00006");
    }

    @Test
    void doing_it_again_gives_the_same() throws Exception {
        JsonNode first = twin.control("POST", "/generate", "{'sheets':2,'rows':6}").body();

        assertThat(twin.control("POST", "/generate", "{'sheets':2,'rows':6}").body())
                .isEqualTo(first);
    }

    @Test
    void a_person_fills_many_rows_at_once() throws Exception {
        JsonNode sheet =
                twin.control("POST", "/generate", "{'sheets':1,'rows':3}")
                        .body()
                        .path("sheets")
                        .path(0);

        twin.control(
                "PUT",
                "/sheets/" + sheet.path("id").asText() + "/rows",
                "{'as':'pm@harbor.example','rows':%s,'cells':{'Status':'Ready to Bill'}}"
                        .formatted(sheet.path("rows")));

        JsonNode now = twin.control("GET", "/sheets/" + sheet.path("id").asText(), null).body();
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("rows"))
                .allSatisfy(row ->
                        assertThat(row.path("cells").path("Status").asText())
                                .isEqualTo("Ready to Bill"));
    }

    @Test
    void refuses_more_than_it_can_hold() throws Exception {
        assertThat(twin.control("POST", "/generate", "{'rows':1000000}").status()).isEqualTo(400);
    }
}
