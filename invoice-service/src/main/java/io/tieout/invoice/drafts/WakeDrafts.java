package io.tieout.invoice.drafts;

import io.tieout.invoice.Cause;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.rows.WorkGroup;
import io.tieout.invoice.rules.BillingRulesFile;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes sure that the groups that some news concern are looked at again.
@ApplicationScoped
public class WakeDrafts {
    static final String KIND = "draft";

    private final Groups groups;
    private final Drafts drafts;
    private final Lanes lanes;
    private final BillingRulesFile rules;
    private final Clock clock;

    WakeDrafts(Groups groups, Drafts drafts, Lanes lanes, BillingRulesFile rules, Clock clock) {
        this.groups = groups;
        this.drafts = drafts;
        this.lanes = lanes;
        this.rules = rules;
        this.clock = clock;
    }

    /// A row came to the group, left it, or changed in it: its quiet period starts again.
    public void touched(WorkGroup group, Cause cause) {
        Instant quietUntil = clock.instant().plus(rules.of(group.realmId()).quietPeriod());
        groups.touch(group, quietUntil, cause);
        lanes.wake(KIND, group.key(), quietUntil);
    }

    /// Something arrived that groups of the realm may have waited for.
    public void arrived(RealmId realm, Need need) {
        groups.waiting(realm, need).forEach(this::now);
    }

    /// The company's settings are others: QuickBooks may refuse now what a draft says.
    public void settingsChanged(RealmId realm) {
        drafts.openGroups(realm).forEach(this::now);
    }

    /// The project's approved hours or manager have changed.
    public void projectChanged(RealmId realm, String projectKey) {
        groups.ofProject(realm, projectKey, null).forEach(this::now);
    }

    /// Hours of the project were given back.
    void hoursFreed(RealmId realm, @Nullable String projectKey) {
        if (projectKey != null) {
            groups.ofProject(realm, projectKey, Need.BUDGET).forEach(this::now);
        }
    }

    void now(String groupKey) {
        lanes.wake(KIND, groupKey, clock.instant());
    }
}
