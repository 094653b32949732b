package io.tieout.ingest.posted;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.id.ProposalId;
import io.tieout.model.quickbooks.EntityType;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text by which a document names the proposal that it was posted for.
record Anchor(ProposalId proposal) {
    private static final Pattern TEXT =
            Pattern.compile("\\btieout:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    /// Of a document as it is now; absent when nobody posted it for a proposal, or somebody has
    /// taken the text out. Time has no note of its own.
    static @Nullable Anchor of(EntityType type, JsonNode json) {
        String field = type == EntityType.TIME_ACTIVITY ? "Description" : "PrivateNote";
        Matcher matcher =
                TEXT.matcher(Objects.requireNonNullElse(VendorJson.text(json, field), ""));
        return matcher.find()
                ? new Anchor(new ProposalId(UUID.fromString(matcher.group(1))))
                : null;
    }

    @Override
    public String toString() {
        return "tieout:" + proposal;
    }
}
