package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quickbooks.Select;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What to do when something that an effect refers to is gone or inactive (610, 2500, 6250): read
/// what it refers to again. What is no longer there is named, and the draft is made anew from the
/// books as they are; what is there after all is tried once more.
final class StaleReferences {
    private static final int READS_MAX = 1;

    private final QuickBooks quickBooks;
    private final RealmId realm;
    private final FreshVersions versions;

    StaleReferences(QuickBooks quickBooks, RealmId realm, FreshVersions versions) {
        this.quickBooks = quickBooks;
        this.realm = realm;
        this.versions = versions;
    }

    /// Empty when the vendor's own words are all there is to say.
    Optional<Reply.ItemReply> resolve(ReleasedEffect released, String words) {
        List<String> stale = new ArrayList<>();
        boolean any = false;
        for (var references : References.of(released.effect()).entrySet()) {
            any = true;
            stale.addAll(stale(references.getKey(), references.getValue()));
        }
        if (!stale.isEmpty()) {
            return Optional.of(
                    new Reply.ItemFault(
                            new CallFault.Refusal(
                                    new EffectEnd.Refused(
                                            Reason.REFERENCE_STALE,
                                            "%s. %s".formatted(String.join(", ", stale), words)))));
        }
        if (!any || released.readAgain() >= READS_MAX) {
            return Optional.empty();
        }
        versions.read(released, 0);
        return Optional.of(
                new Reply.ItemFault(
                        new CallFault.Passing("What it refers to is there: tried once more")));
    }

    private List<String> stale(EntityType type, List<String> ids) {
        List<ObjectNode> found =
                quickBooks.query(realm, Select.from(type).withInactive().whereIn("Id", ids));
        List<String> stale = new ArrayList<>();
        for (String id : ids) {
            Optional<ObjectNode> there =
                    found.stream()
                            .filter(entity -> id.equals(entity.path("Id").asText()))
                            .findAny();
            if (there.isEmpty()) {
                stale.add("%s %s is no longer in QuickBooks".formatted(type.wireName(), id));
            } else if (!there.get().path("Active").asBoolean(true)) {
                stale.add(
                        "%s \"%s\" is inactive in QuickBooks"
                                .formatted(type.wireName(), name(there.get(), id)));
            }
        }
        return stale;
    }

    private static String name(ObjectNode entity, String id) {
        String display = VendorJson.text(entity, "DisplayName");
        return display == null
                ? Objects.requireNonNullElse(VendorJson.text(entity, "Name"), id)
                : display;
    }
}
