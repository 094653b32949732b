package io.tieout.invoice.proposing;

import io.tieout.model.id.ProposalId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The address of an invoice's PDF: nobody can guess it, whoever has it can open it.
public final class PdfLink {
    private static final int TOKEN_LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private PdfLink() {}

    public static String of(String consoleUrl, String secret, ProposalId proposal) {
        String base =
                consoleUrl.endsWith("/")
                        ? consoleUrl.substring(0, consoleUrl.length() - 1)
                        : consoleUrl;
        return "%s/invoices/%s/%s.pdf".formatted(base, proposal, token(secret, proposal));
    }

    private static String token(String secret, ProposalId proposal) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal(proposal.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, TOKEN_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
