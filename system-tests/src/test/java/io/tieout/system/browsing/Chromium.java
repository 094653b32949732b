package io.tieout.system.browsing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The system's own Chromium, headless; nothing is downloaded.
public final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String console;

    private Chromium(Playwright playwright, Browser browser, String console) {
        this.playwright = playwright;
        this.browser = browser;
        this.console = console;
    }

    /// Starts it, for pages at the console's address.
    public static Chromium at(String console) {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser, console);
    }

    /// Somebody who has not signed in yet, with a browser of their own.
    public Visitor visitor() {
        return visitor(options());
    }

    /// The same with a page of this width.
    public Visitor visitor(int width) {
        return visitor(options().setViewportSize(width, 900));
    }

    public Visitor inTheDark() {
        return visitor(options().setColorScheme(ColorScheme.DARK));
    }

    public Visitor withoutScripts() {
        return visitor(options().setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    private Visitor visitor(Browser.NewContextOptions options) {
        return new Visitor(browser.newContext(options), console, PATIENCE);
    }

    private static Path executable() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin")
                                .split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> Stream.of(Path.of("/usr/bin/chromium")).filter(Files::exists).findFirst())
                .orElseThrow(() ->
                        new AssertionError(
                                "The console's pages are tried in Chromium, and there is none on the PATH."
                                        + " ./tieout test installs it; or install the package chromium."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
