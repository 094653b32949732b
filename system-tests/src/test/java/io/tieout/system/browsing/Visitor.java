package io.tieout.system.browsing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.tieout.system.running.Console;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One person in front of one page. Remembers whatever the browser complained about.
public final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String console;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, String console, Duration patience) {
        this.context = context;
        this.console = console;
        context.setDefaultTimeout(patience.toMillis());
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + " on " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script on " + page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(console) && !request.url().startsWith("data:")) {
                complaints.add("request to elsewhere: " + request.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /// What the browser complained about: errors, warnings, requests to anywhere else.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Fills in the sign-in page.
    public Visitor signIn(String email) {
        open("/login");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(Console.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        assertThat(page.locator("#sections")).isAttached();
        return this;
    }

    public Visitor open(String path) {
        page.navigate(console + path);
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /// The line of a list that says this.
    public Locator line(String text) {
        return page.locator("[data-list] > li", new Page.LocatorOptions().setHasText(text));
    }

    /// What is chosen, beside the list.
    public Locator detail() {
        return page.locator("#detail");
    }

    public void press(String key) {
        page.keyboard().press(key);
    }

    public void type(String text) {
        page.keyboard().type(text);
    }

    /// Sends a form as a page of the console would, whatever that page offers.
    public APIResponse post(String path, Map<String, String> fields) {
        FormData form = FormData.create();
        fields.forEach(form::set);
        return context.request()
                .post(
                        console + path,
                        RequestOptions.create()
                                .setForm(form)
                                .setHeader("Origin", console)
                                .setMaxRedirects(0));
    }

    /// By how many pixels the page is wider than its window.
    public int overflow() {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .intValue();
    }

    /// How many bytes of script and style this page asked for.
    public long weight() {
        return ((Number)
                        page.evaluate(
                                """
                                performance.getEntriesByType('resource')
                                  .filter(one => ['script', 'link', 'css'].includes(one.initiatorType))
                                  .reduce((sum, one) => sum + one.decodedBodySize, 0)\
                                """))
                .longValue();
    }

    /// The address as it would be pasted.
    public String address() {
        URI here = URI.create(page.url());
        return here.getRawQuery() == null
                ? here.getPath()
                : here.getPath() + "?" + here.getRawQuery();
    }

    @Override
    public void close() {
        context.close();
    }
}
