package io.tieout.console.pairing;

import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Address;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the section's forms have in common.
final class Forms {
    static final int FORBIDDEN = 403;
    static final int WRONG = 422;

    private Forms() {}

    /// What was sent off and is not in the lists yet.
    enum Sent {
        REVOKED("The name is being switched off: it is listed so in a moment."),
        WITHDRAWN("The pair may be matched again in a moment."),
        UNMATCHED(
                "The pair is being taken apart: it is listed under Taken apart in a moment, and the"
                        + " row is compared again."),
        CONFIRMED(
                "The answer is on its way: the name is listed under Names in a moment, and the rows"
                        + " are compared again. If it contradicts another, that is an exception.");

        private final String words;

        Sent(String words) {
            this.words = words;
        }

        static String words(@Nullable String sent) {
            for (Sent one : values()) {
                if (one.mark().equals(sent)) {
                    return one.words;
                }
            }
            return "";
        }

        private String mark() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }

    static Response sent(Address back, Sent what) {
        return Response.seeOther(URI.create(back.with("sent", what.mark()).toString())).build();
    }
}
