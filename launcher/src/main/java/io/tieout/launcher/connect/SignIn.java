package io.tieout.launcher.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Walks a person through one vendor's sign-in.
public final class SignIn {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> TOLD = List.of("state", "code", "realmId", "error");

    private final ConnectionsApi api;
    private final PrintStream out;

    public SignIn(ConnectionsApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /// By a page on this machine; true when the vendor is connected.
    public boolean byBrowser(String vendor, int redirectPort) {
        try (Landing landing = Landing.open(redirectPort)) {
            ConnectionsApi.Begun begun = api.begin(vendor, landing.address());
            landing.expect(begun.state());
            out.println("Open this address in a browser, sign in, and agree:");
            out.println();
            out.println("  " + begun.address());
            out.println();
            out.println(
                    "Waiting for " + landing.address() + ", at most ten minutes; Ctrl-C gives up.");
            Optional<Map<String, String>> cameBack = landing.await(PATIENCE);
            if (cameBack.isEmpty()) {
                out.println("Nobody came back in ten minutes. Nothing has changed.");
                return false;
            }
            JsonNode result = api.finish(told(cameBack.get()));
            landing.show(sentence(result));
            return report(result);
        }
    }

    /// By an address elsewhere, which the person copies out of the browser: vendors want HTTPS in
    /// production.
    public boolean byHand(String vendor, String redirectUri, BufferedReader in) {
        ConnectionsApi.Begun begun = api.begin(vendor, redirectUri);
        out.println("Open this address in a browser, sign in, and agree:");
        out.println();
        out.println("  " + begun.address());
        out.println();
        out.println("Then paste the whole address that the browser was sent to, and press Enter:");
        try {
            String pasted = in.readLine();
            Map<String, String> cameBack =
                    pasted == null
                            ? Map.of()
                            : Landing.parameters(URI.create(pasted.strip()).getRawQuery());
            if (!begun.state().equals(cameBack.get("state"))) {
                out.println("That address is not of this sign-in. Nothing has changed.");
                return false;
            }
            return report(api.finish(told(cameBack)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean report(JsonNode result) {
        out.println(sentence(result));
        return result.path("connected").asBoolean();
    }

    private static Map<String, String> told(Map<String, String> cameBack) {
        Map<String, String> told = new LinkedHashMap<>();
        TOLD.forEach(name -> {
            String value = cameBack.get(name);
            if (value != null) {
                told.put(name, value);
            }
        });
        return told;
    }

    static String sentence(JsonNode result) {
        if (!result.path("connected").asBoolean()) {
            return "Not connected. " + result.path("why").asText("The service gave no reason.");
        }
        String company = result.path("company").asText("");
        String advice = result.path("advice").asText("");
        return "Connected %s%s, allowed: %s.%s"
                .formatted(
                        result.path("connection").asText(),
                        company.isEmpty() ? "" : " (" + company + ")",
                        result.path("scopes").asText(),
                        advice.isEmpty() ? "" : " " + advice);
    }
}
