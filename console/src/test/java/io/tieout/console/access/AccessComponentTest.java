package io.tieout.console.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class AccessComponentTest {
    @Test
    void sends_whoever_is_not_signed_in_to_the_sign_in_page_and_back() {
        given().redirects()
                .follow(false)
                .get("/exceptions?kind=unknown_customer")
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        containsString("/login?to=%2Fexceptions%3Fkind%3Dunknown_customer"));
    }

    @Test
    void gives_a_cookie_that_scripts_and_other_sites_never_see() {
        Response answer =
                given().redirects()
                        .follow(false)
                        .header("Sec-Fetch-Site", "same-origin")
                        .formParam("email", Demo.VIEWER)
                        .formParam("password", "demo")
                        .formParam("to", "//evil.example/")
                        .post("/login");

        Cookie cookie = answer.detailedCookie("tieout-session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).doesNotContain("evil");
    }

    @Test
    void refuses_a_wrong_password_and_the_service_account() {
        given().header("Sec-Fetch-Site", "same-origin")
                .formParam("email", Demo.FINANCE)
                .formParam("password", "guess")
                .post("/login")
                .then()
                .statusCode(403)
                .body(containsString("wrong password"));
        given().auth()
                .preemptive()
                .basic("tieout@harbor.example", "")
                .get("/api/findings")
                .then()
                .statusCode(401);
    }

    @Test
    void answers_scripts_without_credentials_with_401_and_not_with_a_page() {
        given().redirects().follow(false).get("/api/proposals").then().statusCode(401);
        Demo.as(Demo.VIEWER).get("/api/proposals").then().statusCode(200);
    }

    @Test
    void takes_basic_credentials_nowhere_but_under_api() {
        given().redirects()
                .follow(false)
                .auth()
                .preemptive()
                .basic(Demo.FINANCE, "demo")
                .get("/approvals")
                .then()
                .statusCode(303);
    }

    @Test
    void refuses_a_change_that_another_site_asked_for() {
        String session = Demo.session(Demo.FINANCE);

        given().cookie("tieout-session", session)
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("verdict", "APPROVED")
                .post("/approvals")
                .then()
                .statusCode(403)
                .body(containsString("not asked for by a page of the console"));
        given().cookie("tieout-session", session)
                .header("Origin", "https://evil.example")
                .formParam("verdict", "APPROVED")
                .post("/approvals")
                .then()
                .statusCode(403);
        given().cookie("tieout-session", session)
                .formParam("verdict", "APPROVED")
                .post("/approvals")
                .then()
                .statusCode(403);
        Demo.browser(session)
                .formParam("verdict", "APPROVED")
                .post("/approvals")
                .then()
                .statusCode(422)
                .body(containsString("Nothing was selected"));
    }

    @Test
    void ends_the_session_on_the_server_when_somebody_signs_out() {
        String session = Demo.session(Demo.VIEWER);
        given().cookie("tieout-session", session).get("/approvals").then().statusCode(200);

        Demo.browser(session).post("/logout").then().statusCode(303);

        given().redirects()
                .follow(false)
                .cookie("tieout-session", session)
                .get("/approvals")
                .then()
                .statusCode(303);
    }

    @Test
    void serves_every_page_under_a_policy_without_inline_script_or_style() {
        String session = Demo.session(Demo.VIEWER);

        for (String page :
                new String[] {
                    "/approvals", "/exceptions", "/audit", "/dead-letters", "/connections", "/login"
                }) {
            given().cookie("tieout-session", session)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("script-src 'self'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .body(not(containsString("<style")))
                    .body(not(containsString(" style=")))
                    .body(not(containsString("onclick")));
        }
    }

    @Test
    void names_the_correlation_id_of_what_went_wrong() {
        String session = Demo.session(Demo.VIEWER);

        Response answer =
                given().cookie("tieout-session", session)
                        .get("/approvals/0199e0de-1c1d-7a53-9c0e-0d9f6f2a1b11/payload");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body().asString()).contains(answer.header("X-Correlation-Id"));
    }
}
