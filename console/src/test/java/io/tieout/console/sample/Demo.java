package io.tieout.console.sample;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/// The people of the tests, as scripts sign in.
public final class Demo {
    public static final String FINANCE = "finance@harbor.example";
    public static final String APPROVER = "approver@harbor.example";
    public static final String OPERATOR = "operator@harbor.example";
    public static final String VIEWER = "viewer@harbor.example";
    public static final String ADMIN = "admin@harbor.example";

    private Demo() {}

    public static RequestSpecification as(String email) {
        return given().auth().preemptive().basic(email, "demo").contentType("application/json");
    }

    /// A browser's form post from the console's own page.
    public static RequestSpecification browser(String session) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("tieout-session", session);
    }

    /// Signs in through the form and gives the session cookie.
    public static String session(String email) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("email", email)
                .formParam("password", "demo")
                .post("/login")
                .cookie("tieout-session");
    }
}
