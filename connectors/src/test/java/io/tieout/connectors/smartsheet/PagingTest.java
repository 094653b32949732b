package io.tieout.connectors.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.ComponentResources;
import io.tieout.connectors.StubVendor;
import io.tieout.connectors.StubVendor.Answer;
import io.tieout.connectors.StubVendor.Request;
import io.tieout.connectors.token.Tokens;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WorkspaceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists are read to their end in both of the vendor's styles.
@QuarkusTest
@QuarkusTestResource(ComponentResources.class)
class PagingTest {
    private final Smartsheet smartsheet;
    private final Tokens tokens;
    private final int port;
    private StubVendor vendor;

    @Inject
    PagingTest(Smartsheet smartsheet, Tokens tokens, @ConfigProperty(name = "stub.port") int port) {
        this.smartsheet = smartsheet;
        this.tokens = tokens;
        this.port = port;
    }

    @BeforeEach
    void start() throws IOException {
        tokens.seed();
        vendor = new StubVendor(port);
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void a_last_key_leads_to_the_next_page_until_there_is_none() {
        vendor.script(request ->
                Answer.of(
                        200,
                        request.rawQuery().contains("lastKey=")
                                ? "{\"data\":[{\"id\":3,\"name\":\"C\"}]}"
                                : "{\"data\":[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}],\"lastKey\":\"a+2/=\"}"));

        List<WorkspaceSheet> sheets = smartsheet.workspaceSheets(new WorkspaceId("48"));

        assertThat(sheets).extracting(WorkspaceSheet::name).containsExactly("A", "B", "C");
        assertThat(vendor.requests())
                .extracting(Request::rawQuery)
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("lastKey"),
                        second -> assertThat(second).contains("lastKey=a%2B2%2F%3D"));
    }

    @Test
    void an_empty_page_with_a_last_key_is_not_the_end() {
        vendor.script(request ->
                Answer.of(
                        200,
                        request.rawQuery().contains("lastKey=")
                                ? "{\"data\":[{\"id\":3,\"name\":\"C\",\"resourceType\":\"sheet\"}]}"
                                : "{\"data\":[],\"lastKey\":\"more\"}"));

        assertThat(smartsheet.workspaceSheets(new WorkspaceId("48")))
                .extracting(WorkspaceSheet::name)
                .containsExactly("C");
    }

    @Test
    void sheets_in_folders_of_a_workspace_are_found_however_deep_they_lie() {
        vendor.script(request ->
                Answer.of(
                        200,
                        switch (request.path().replaceAll(".*/2\\.0/", "")) {
                            case "workspaces/48/children" ->
                                    children(sheet(1), folder(50), folder(51));
                            case "folders/50/children" -> children(folder(52), sheet(2));
                            case "folders/51/children" -> children();
                            case "folders/52/children" -> children(sheet(3), folder(50));
                            default -> throw new AssertionError(request.path());
                        }));

        assertThat(smartsheet.workspaceSheets(new WorkspaceId("48")))
                .extracting(sheet -> sheet.id().value())
                .containsExactlyInAnyOrder("1", "2", "3");
        assertThat(vendor.requests())
                .hasSize(4)
                .allSatisfy(request ->
                        assertThat(request.rawQuery())
                                .containsAnyOf("=sheets,folders&", "=sheets%2Cfolders&"));
    }

    private static String children(String... items) {
        return "{\"data\":[" + String.join(",", items) + "]}";
    }

    private static String sheet(int id) {
        return "{\"id\":%d,\"name\":\"S\",\"resourceType\":\"sheet\"}".formatted(id);
    }

    private static String folder(int id) {
        return "{\"id\":%d,\"name\":\"F\",\"resourceType\":\"folder\"}".formatted(id);
    }

    @Test
    void shares_come_by_the_last_key_too() {
        vendor.script(request ->
                Answer.of(
                        200,
                        request.rawQuery().contains("lastKey=next")
                                ? shares("b", "")
                                : shares("a", ",\"lastKey\":\"next\"")));

        assertThat(smartsheet.shares(new SheetId("41")))
                .extracting(Share::id)
                .containsExactly("a", "b");
    }

    @Test
    void a_full_page_is_followed_by_another_whatever_the_totals_say() {
        vendor.script(request ->
                Answer.of(200, groups(request.rawQuery().contains("page=1&") ? 100 : 7)));

        assertThat(smartsheet.groups()).hasSize(107);
        assertThat(vendor.requests())
                .extracting(Request::rawQuery)
                .containsExactly("page=1&pageSize=100", "page=2&pageSize=100");
    }

    @Test
    void an_empty_page_ends_a_list_that_fills_its_last_one() {
        vendor.script(request ->
                Answer.of(200, groups(request.rawQuery().contains("page=1&") ? 100 : 0)));

        assertThat(smartsheet.groups()).hasSize(100);
    }

    private static String shares(String id, String more) {
        return "{\"items\":[{\"id\":\"%s\",\"type\":\"USER\",\"accessLevel\":\"EDITOR\"}]%s}"
                .formatted(id, more);
    }

    private static String groups(int count) {
        return "{\"totalPages\":-1,\"totalCount\":-1,\"data\":["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{\"id\":%d,\"name\":\"G%d\"}".formatted(i + 1, i + 1))
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
