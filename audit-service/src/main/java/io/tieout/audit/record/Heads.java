package io.tieout.audit.record;

import io.tieout.audit.AuditConfig;
import io.tieout.kit.sign.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The signed heads in the database.
@ApplicationScoped
class Heads {
    private final Jdbi jdbi;
    private final Records records;
    private final Signer signer;
    private final Clock clock;

    Heads(Jdbi jdbi, Records records, AuditConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.records = records;
        this.signer = new Signer(config.keys().privateKey());
        this.clock = clock;
    }

    /// Signs the end of each chain that has grown since its last head.
    @Transactional
    List<SignedHead> sign() {
        List<SignedHead> signed = new ArrayList<>();
        for (ChainEnd end : records.ends()) {
            SignedHead head = SignedHead.unsigned(end, clock.instant());
            SignedHead withSignature = head.signed(signer.sign(head.signedText()));
            if (jdbi.withHandle(handle -> insert(handle, withSignature)) == 1) {
                signed.add(withSignature);
            }
        }
        return signed;
    }

    private static int insert(Handle handle, SignedHead head) {
        return handle.createUpdate(
                        """
                        INSERT INTO heads (chain, sequence, hash, signature, at)
                        VALUES (:chain, :sequence, :hash, :signature, :at) ON CONFLICT DO NOTHING\
                        """)
                .bind("chain", head.chain())
                .bind("sequence", head.sequence())
                .bind("hash", head.hash())
                .bind("signature", head.signature())
                .bind("at", head.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<SignedHead> of(String chain) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT sequence, hash, signature, at FROM heads WHERE chain = :chain ORDER BY sequence")
                        .bind("chain", chain)
                        .map((rs, _) ->
                                new SignedHead(
                                        chain,
                                        rs.getLong("sequence"),
                                        rs.getString("hash"),
                                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                                        rs.getString("signature")))
                        .list());
    }
}
