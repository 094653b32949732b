package io.tieout.twin.oauth;

import java.util.List;
import java.util.stream.Collectors;

/// The pages' text; nothing in it comes unescaped from a request.
final class AuthorizePage {
    record Company(String realm, String name) {}

    private AuthorizePage() {}

    static String question(
            List<Company> companies, String scope, String redirectUri, String state) {
        var choices =
                companies.stream()
                        .map(company ->
                                "<option value=\"%s\">%s</option>"
                                        .formatted(text(company.realm()), text(company.name())))
                        .collect(Collectors.joining());
        return page(
                """
                <h1>Connect Tieout to QuickBooks?</h1>
                <p>It asks for: <code>%s</code></p>
                <form method="post" action="/connect/oauth2">
                <input type="hidden" name="scope" value="%s">
                <input type="hidden" name="redirect_uri" value="%s">
                <input type="hidden" name="state" value="%s">
                <p><label>Company <select name="realm">%s</select></label></p>
                <p><button name="decision" value="approve">Connect</button>
                <button name="decision" value="decline">Cancel</button></p>
                </form>
                """
                        .formatted(
                                text(scope), text(scope), text(redirectUri), text(state), choices));
    }

    static String refusal(String parameter) {
        return page(
                "<h1>Sorry, but Tieout didn't connect</h1><p>Something is wrong with the parameter"
                        + " <code>"
                        + text(parameter)
                        + "</code>.</p>");
    }

    private static String page(String body) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Connect</title>
        <link rel="stylesheet" href="/twin.css"></head><body><main>%s</main></body></html>
        """
                .formatted(body);
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
