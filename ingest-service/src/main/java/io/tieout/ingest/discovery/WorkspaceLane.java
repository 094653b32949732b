package io.tieout.ingest.discovery;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.connectors.smartsheet.WorkspaceSheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.ingest.mapping.MappingDocument;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks into a workspace from time to time: one call, and one for each sheet that is new.
@ApplicationScoped
class WorkspaceLane implements LaneWork {
    private final Smartsheet smartsheet;
    private final Mappings mappings;
    private final FollowWorkspace follow;
    private final IngestConfig config;
    private final Clock clock;

    WorkspaceLane(
            Smartsheet smartsheet,
            Mappings mappings,
            FollowWorkspace follow,
            IngestConfig config,
            Clock clock) {
        this.smartsheet = smartsheet;
        this.mappings = mappings;
        this.follow = follow;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.WORKSPACE;
    }

    @Override
    public LaneResult run(Lane lane) {
        Optional<MappingDocument.Workspace> rule =
                mappings.workspaces().stream()
                        .filter(one -> one.workspaceId().value().equals(lane.key()))
                        .findFirst();
        return rule.map(workspace -> look(lane, workspace)).orElseGet(LaneResult::idle);
    }

    private LaneResult look(Lane lane, MappingDocument.Workspace workspace) {
        List<WorkspaceSheet> listed;
        try {
            listed = smartsheet.workspaceSheets(workspace.workspaceId());
        } catch (VendorException e) {
            return VendorPause.of(e, clock.instant());
        }
        WorkspacePlan plan = WorkspacePlan.of(listed, mappings.foundIn(workspace), mappings.all());
        List<Mappings.FoundSheet> found = new ArrayList<>();
        try {
            for (WorkspaceSheet sheet : plan.unread()) {
                found.add(
                        new Mappings.FoundSheet(
                                sheet.id(), sheet.name(), smartsheet.columns(sheet.id())));
            }
        } catch (VendorException e) {
            // What was read so far counts; the rest comes when the quota allows.
            follow.store(lane, workspace, found, plan.gone());
            return VendorPause.of(e, clock.instant());
        }
        follow.store(lane, workspace, found, plan.gone());
        Instant next = clock.instant().plus(config.discovery().interval());
        return LaneResult.again(next);
    }
}
