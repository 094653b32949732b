package io.tieout.launcher;

import io.tieout.launcher.connect.ConnectionsApi;
import io.tieout.launcher.connect.SignIn;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Connects a vendor by a person's sign-in in the browser.
@Command(
        mixinStandardHelpOptions = true,
        name = "connect",
        description =
                "Connect Smartsheet or QuickBooks: a person signs in, in the browser, and agrees. Exit code: 0 connected, 1 not.")
final class Connect implements Callable<Integer> {
    private static final int REDIRECT_OFFSET = 19;

    @Mixin private final IngestPlace ingest = new IngestPlace();

    /// The two of them.
    enum Vendor {
        smartsheet,
        quickbooks
    }

    @Parameters(index = "0", paramLabel = "VENDOR", description = "smartsheet or quickbooks")
    private Vendor vendor = Vendor.quickbooks;

    @Option(
            names = "--redirect-port",
            paramLabel = "N",
            description =
                    "Port of this machine that the vendor sends the browser back to; the app must be registered with http://localhost:N/callback (default: port base + 19).")
    private @Nullable Integer redirectPort;

    @Option(
            names = "--redirect-uri",
            paramLabel = "URL",
            description =
                    "An HTTPS address that the app is registered with instead; you paste what the browser shows in the end.")
    private @Nullable String redirectUri;

    @Override
    public Integer call() {
        SignIn signIn =
                new SignIn(ConnectionsApi.withKey(ingest.url(), ingest.tokenKey()), System.out);
        String name = vendor.name().toLowerCase(Locale.ROOT);
        boolean connected =
                redirectUri == null
                        ? signIn.byBrowser(
                                name,
                                redirectPort == null
                                        ? ingest.base() + REDIRECT_OFFSET
                                        : redirectPort)
                        : signIn.byHand(
                                name,
                                redirectUri,
                                new BufferedReader(
                                        new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        return connected ? 0 : 1;
    }
}
