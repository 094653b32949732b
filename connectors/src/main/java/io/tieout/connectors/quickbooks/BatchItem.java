package io.tieout.connectors.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorFault;
import java.util.List;

/// What became of one item of a batch.
public sealed interface BatchItem {
    /// Done; the entity as QuickBooks now has it, with its SyncToken.
    ///
    /// @param type QuickBooks' name of its type
    record Stored(String type, ObjectNode entity) implements BatchItem {}

    /// Not done, alone of its batch.
    record Failed(VendorFault fault) implements BatchItem {}

    /// The answer to a query among the items.
    record Queried(List<ObjectNode> entities) implements BatchItem {
        public Queried {
            entities = List.copyOf(entities);
        }
    }
}
