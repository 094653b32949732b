package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.SHEETS;
import static io.tieout.twin.http.TwinClient.SHEET_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkspaceHttpTest {
    private static final String WORKSPACE = "4800000000000001";

    @TestHTTPResource URI base;

    private TwinClient twin;

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
    }

    @Test
    void makes_sheets_of_one_layout_that_are_found_page_by_page() throws Exception {
        var made =
                twin.control(
                                "POST",
                                "/workspaces/" + WORKSPACE + "/sheets",
                                """
                                {'count':5,'like':'4100000000000001','name':'Programme {n}','rows':3,
                                 'as':'pm@harbor.example','cells':{'Task':'Work {n}','Hours':2}}\
                                """)
                        .body();

        List<String> found = new ArrayList<>();
        String lastKey = "";
        do {
            var page =
                    twin.call(
                                    "GET",
                                    SHEETS
                                            + "/workspaces/"
                                            + WORKSPACE
                                            + "/children?childrenResourceTypes=sheets&maxItems=2"
                                            + lastKey,
                                    SHEET_TOKEN,
                                    null)
                            .body();
            page.path("data").forEach(sheet -> found.add(sheet.path("id").asText()));
            lastKey = page.has("lastKey") ? "&lastKey=" + page.path("lastKey").asText() : "";
        } while (!lastKey.isEmpty());

        assertThat(found)
                .containsExactlyElementsOf(
                        made.findValues("sheetId").stream().map(one -> one.asText()).toList());
        var last =
                twin.call("GET", SHEETS + "/sheets/" + found.getLast(), SHEET_TOKEN, null).body();
        assertThat(last.path("name").asText()).isEqualTo("Programme 5");
        assertThat(last.path("rows").path(2).path("cells").path(0).path("value").asText())
                .isEqualTo("Work 15");
        assertThat(last.path("columns").path(0).path("id").asLong())
                .isNotEqualTo(7100000000000001L);
    }

    @Test
    void shows_a_sheet_in_the_folder_it_lies_in_and_nowhere_else() throws Exception {
        var sheet =
                twin.control(
                                "POST",
                                "/workspaces/" + WORKSPACE + "/sheets",
                                "{'count':1,'like':'4100000000000001','name':'Pier'}")
                        .body()
                        .path(0)
                        .path("sheetId")
                        .asText();

        twin.control("PUT", "/folders/sheets/" + sheet, "{'path':['2026','Piers']}");

        var top = children("workspaces/" + WORKSPACE);
        assertThat(top.findValuesAsText("id")).doesNotContain(sheet);
        assertThat(top).hasSize(1);
        assertThat(top.path(0).path("resourceType").asText()).isEqualTo("folder");
        assertThat(top.path(0).path("name").asText()).isEqualTo("2026");
        var inner = children("folders/" + top.path(0).path("id").asText());
        assertThat(inner.findValuesAsText("name")).containsExactly("Piers");
        var innermost = children("folders/" + inner.path(0).path("id").asText());
        assertThat(innermost.findValuesAsText("id")).containsExactly(sheet);

        twin.control("PUT", "/folders/sheets/" + sheet, "{'path':[]}");

        assertThat(children("workspaces/" + WORKSPACE).findValuesAsText("id")).contains(sheet);
    }

    private JsonNode children(String of) throws Exception {
        return twin.call(
                        "GET",
                        SHEETS + "/" + of + "/children?childrenResourceTypes=sheets,folders",
                        SHEET_TOKEN,
                        null)
                .body()
                .path("data");
    }

    @Test
    void knows_no_old_ways_into_a_workspace() throws Exception {
        assertThat(
                        twin.call("GET", SHEETS + "/workspaces/" + WORKSPACE, SHEET_TOKEN, null)
                                .status())
                .isEqualTo(404);
        assertThat(
                        twin.call(
                                        "GET",
                                        SHEETS + "/workspaces/" + WORKSPACE + "/metadata",
                                        SHEET_TOKEN,
                                        null)
                                .body()
                                .path("name")
                                .asText())
                .isEqualTo("Harbor Programmes");
    }
}
