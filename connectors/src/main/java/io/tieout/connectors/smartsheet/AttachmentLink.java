package io.tieout.connectors.smartsheet;

import java.net.URI;

/// Where a file can be fetched for the next two minutes, by whoever knows the address: not to be
/// stored, not to be logged.
public record AttachmentLink(URI address) {
    @Override
    public String toString() {
        return "AttachmentLink[%s]".formatted(address.getHost());
    }
}
