package io.tieout.audit.desk;

import io.tieout.audit.AuditConfig;
import io.tieout.kit.sign.Verifier;
import io.tieout.model.decision.DecisionMade;
import jakarta.enterprise.context.ApplicationScoped;

/// The keys by which the channels that people decide through sign.
@ApplicationScoped
class ChannelKeys {
    private final Verifier console;
    private final Verifier sheet;

    ChannelKeys(AuditConfig config) {
        this.console = new Verifier(config.keys().consolePublicKey());
        this.sheet = new Verifier(config.keys().ingestPublicKey());
    }

    /// Whether the decision is signed by the channel it says it came through.
    boolean signed(DecisionMade decision) {
        Verifier channel =
                switch (decision.channel()) {
                    case CONSOLE -> console;
                    case SHEET -> sheet;
                };
        return channel.verify(decision.signedText(), decision.signature());
    }
}
