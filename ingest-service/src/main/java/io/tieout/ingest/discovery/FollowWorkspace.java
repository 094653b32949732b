package io.tieout.ingest.discovery;

import io.tieout.ingest.hydration.ConnectSheets;
import io.tieout.ingest.mapping.MappingDocument;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/// Takes up the sheets that came into a workspace and lets go of those that left it.
@ApplicationScoped
class FollowWorkspace {
    private final Lanes lanes;
    private final Mappings mappings;
    private final ConnectSheets connectSheets;
    private final LetGo letGo;

    FollowWorkspace(Lanes lanes, Mappings mappings, ConnectSheets connectSheets, LetGo letGo) {
        this.lanes = lanes;
        this.mappings = mappings;
        this.connectSheets = connectSheets;
        this.letGo = letGo;
    }

    @Transactional
    void store(
            Lane lane,
            MappingDocument.Workspace workspace,
            List<Mappings.FoundSheet> found,
            Set<SheetId> gone) {
        lanes.confirm(lane);
        mappings.foundIn(workspace).stream()
                .filter(mapping -> gone.contains(mapping.sheetId()))
                .forEach(letGo::handle);
        if (!found.isEmpty() || !gone.isEmpty()) {
            connectSheets.connect(mappings.found(workspace, found, gone));
        }
    }
}
