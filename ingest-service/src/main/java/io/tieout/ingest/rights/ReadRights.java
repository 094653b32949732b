package io.tieout.ingest.rights;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.smartsheet.Share;
import io.tieout.connectors.smartsheet.SheetGroup;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks Smartsheet who may edit a sheet: the sheet's shares and its workspace's, then the members
/// of each group that matters. What it does not let us see is left open, not held against people.
@ApplicationScoped
class ReadRights {
    private final Smartsheet smartsheet;
    private final GroupRoles groupRoles;
    private final Clock clock;

    ReadRights(Smartsheet smartsheet, GroupRoles groupRoles, Clock clock) {
        this.smartsheet = smartsheet;
        this.groupRoles = groupRoles;
        this.clock = clock;
    }

    /// What was refused while reading, in Smartsheet's words.
    private static final class Refusals {
        private @Nullable String last;
        private int count;

        <T> Optional<T> ask(Supplier<T> call) {
            try {
                return Optional.of(call.get());
            } catch (VendorException e) {
                if (!(e.fault() instanceof VendorFault.Refused)
                        && !(e.fault() instanceof VendorFault.NotFound)) {
                    throw e;
                }
                count++;
                last = e.fault().trace().code() + ", " + e.fault().trace().message();
                return Optional.empty();
            }
        }
    }

    SheetRights now(SheetId sheet) {
        Instant readAt = clock.instant();
        Refusals sharing = new Refusals();
        List<Share> shares =
                new ArrayList<>(sharing.ask(() -> smartsheet.shares(sheet)).orElse(List.of()));
        sharing.ask(() -> smartsheet.workspaceOf(sheet))
                .flatMap(workspace -> workspace)
                .flatMap(workspace -> sharing.ask(() -> smartsheet.workspaceShares(workspace)))
                .ifPresent(shares::addAll);
        Refusals grouping = new Refusals();
        List<SheetGroup> groups = groups(shares, grouping);
        return SheetRights.of(
                readAt,
                shares,
                sharing.count == 0,
                groups,
                groupRoles.names(),
                groupRoles.names().isEmpty() ? null : grouping.last);
    }

    private List<SheetGroup> groups(List<Share> shares, Refusals refusals) {
        Set<String> ids = new LinkedHashSet<>();
        shares.stream().map(Share::groupId).filter(Objects::nonNull).forEach(ids::add);
        if (!groupRoles.names().isEmpty()) {
            refusals.ask(smartsheet::groups).orElse(List.of()).stream()
                    .filter(group -> groupRoles.names().contains(group.name()))
                    .map(SheetGroup::id)
                    .forEach(ids::add);
        }
        List<SheetGroup> groups = new ArrayList<>();
        for (String id : ids) {
            refusals.ask(() -> smartsheet.group(id)).ifPresent(groups::add);
        }
        return groups;
    }
}
