package io.tieout.console.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// The page to sign in on.
///
/// @param to where to go then
/// @param refused whether the last try failed
@CheckedTemplate(basePath = "")
public record SignInPage(
        String to, String email, boolean refused, List<DemoUser> demoUsers, String version)
        implements TemplateInstance {
    /// Somebody to try the demo as.
    public record DemoUser(String email, String name, String password, String roles) {}
}
