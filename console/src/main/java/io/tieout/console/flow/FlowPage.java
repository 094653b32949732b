package io.tieout.console.flow;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import java.util.List;

/// Services, connections, quotas and lag.
///
/// @param lagTrouble why lag cannot be shown, or empty
@CheckedTemplate(basePath = "")
public record FlowPage(
        Frame frame,
        List<Service> services,
        List<Connection> connections,
        List<Books> books,
        List<Headroom> quotas,
        String lagTrouble,
        When lagAt,
        long lagTotal,
        List<Behind> lags)
        implements TemplateInstance {
    /// A service and whether it answers.
    public record Service(String name, Badge health, String detail) {}

    /// The newest news of a connection.
    public record Connection(String connection, String what, When newest) {}

    /// How many entries of a type the console knows.
    public record Books(String realm, String type, long active, long inactive) {}

    /// What is left of a vendor's quota.
    public record Headroom(String service, String vendor, String bucket, Badge left) {}

    /// How far a group is behind on a topic.
    public record Behind(String group, String topic, long lag, Badge status) {}
}
