package io.tieout.console.flow;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether news comes in, is worked on, and goes out.
///
/// @param troubles what needs somebody, the worst first
/// @param seenAt when the services were asked last
/// @param lagTrouble why lag cannot be shown, or empty
@CheckedTemplate(basePath = "")
public record FlowPage(
        Frame frame,
        List<Trouble> troubles,
        List<Connection> connections,
        List<Service> services,
        When seenAt,
        String lagTrouble,
        When lagAt,
        long lagTotal,
        List<Behind> groups,
        List<Behind> lags,
        List<Call> calls,
        List<Books> books)
        implements TemplateInstance {
    /// Something wrong, and what to do about it.
    public record Trouble(Badge severity, String what, String remedy) {}

    /// One connection to a vendor.
    ///
    /// @param facts what is known about it: news, token, webhooks, polls
    /// @param quotas what is left of the vendor's limits
    public record Connection(
            String title,
            String id,
            Badge state,
            List<Fact> facts,
            List<Headroom> quotas,
            List<Table> tables) {}

    /// A name and what it is.
    ///
    /// @param at when it is a time; the value is empty then
    public record Fact(String name, String value, @Nullable When at) {}

    /// Like things of a connection, such as its webhooks.
    public record Table(String title, List<String> columns, List<List<Fact>> rows) {}

    /// A service and whether it answers.
    public record Service(String name, Badge health, String detail) {}

    /// How many entries of a type the console knows.
    public record Books(String realm, String type, long active, long inactive) {}

    /// What is left of a vendor's quota.
    public record Headroom(String bucket, int percent, Badge left) {}

    /// How far a group is behind, on a topic or in all.
    public record Behind(String group, String topic, long lag, Badge status) {}

    /// How often the vendors were called.
    public record Call(String vendor, String operation, String service, long count, long failed) {}
}
