package io.tieout.reconcile.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class ReportComponentTest {
    private static final RealmId REALM = new RealmId("913077001");

    @Inject Standings standings;

    @Test
    void gives_a_project_by_its_name_in_either_book_with_the_counterparts_that_name_none() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        standings.store(
                                REALM,
                                List.of(
                                        StandingLines.row("1", "480")
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("Bill:7#1")
                                                .line(),
                                        StandingLines.bill("7", "500")
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("41:1")
                                                .in("")
                                                .line(),
                                        StandingLines.bill("9", "75")
                                                .as(Outcome.ALONE, Category.MISSING_IN_SMARTSHEET)
                                                .in("Harbor Works LLC:pier 7 ")
                                                .line(),
                                        StandingLines.bill("10", "1").in("Quay 9").line())));

        given().queryParam("project", "Harbor Works LLC:Pier 7")
                .get("/reconcile/reports/" + REALM + "/project")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].part", equalTo("VARIANCE"))
                .body("items[0].difference.value", equalTo("-20"))
                .body("items[0].books[0].document.id", equalTo("7"))
                .body("items[1].books[0].document.type", equalTo("Bill"))
                .body("counts.MISSING", equalTo(1));
        given().get("/reconcile/reports/" + REALM)
                .then()
                .statusCode(200)
                .body("project", equalTo(List.of("", "Pier 7", "Quay 9")));
    }
}
