package io.tieout.console.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.SampleProposal;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.ProposalId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class InvoicePdfComponentTest {
    private static final String SECRET = "test-only-link-secret";
    private static final ProposalId PROPOSAL = SampleProposal.id(700);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "tieout.service.owner.password")
    String ownerPassword;

    @Test
    void makes_the_token_of_a_link_as_agreed() {
        ProposalId proposal = ProposalId.of("0199e0de-1c1d-7a53-9c0e-0d9f6f2a1b11");

        assertThat(LinkToken.of("secret", proposal)).isEqualTo("a1e5213c886e8afafc609bf9c70d3b34");
    }

    @Test
    void opens_for_whoever_holds_the_link_and_for_nobody_else() throws SQLException {
        given().get(link(LinkToken.of(SECRET, PROPOSAL)))
                .then()
                .statusCode(404)
                .body(containsString("in a moment"));

        store("%PDF-1.7 sample");

        given().get(link(LinkToken.of(SECRET, PROPOSAL)))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .body(containsString("%PDF-1.7 sample"));
        given().get(link("0".repeat(32)))
                .then()
                .statusCode(404)
                .body(containsString("There is no such invoice"));
        given().get("/invoices/not-an-id/" + "0".repeat(32) + ".pdf").then().statusCode(404);
    }

    private static String link(String token) {
        return "/invoices/" + PROPOSAL + "/" + token + ".pdf";
    }

    /// As ingest-service does it; its tables are made here because its migrations are not.
    private void store(String pdf) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, "tieout_owner", ownerPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS documents.documents (hash text PRIMARY KEY, media_type text NOT NULL,"
                            + " bytes bytea NOT NULL, stored_at timestamptz NOT NULL DEFAULT now())");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS documents.invoice_pdfs (realm text, invoice_id text, proposal_id uuid,"
                            + " hash text, sync_token bigint, PRIMARY KEY (realm, invoice_id))");
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO documents.documents (hash, media_type, bytes) VALUES ('h1', 'application/pdf', ?)")) {
                insert.setBytes(1, pdf.getBytes(StandardCharsets.UTF_8));
                insert.executeUpdate();
            }
            statement.execute(
                    "INSERT INTO documents.invoice_pdfs VALUES ('9130350000000001', '1042', '"
                            + PROPOSAL
                            + "', 'h1', 0)");
        }
    }
}
