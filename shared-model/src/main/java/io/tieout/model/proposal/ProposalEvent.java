package io.tieout.model.proposal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;

/// Effects that somebody wants, or wants no longer.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProposalMade.class, name = "proposal-made"),
    @JsonSubTypes.Type(value = ProposalWithdrawn.class, name = "proposal-withdrawn")
})
public sealed interface ProposalEvent permits ProposalMade, ProposalWithdrawn {
    ProposalId proposalId();

    RealmId realmId();

    int revision();
}
