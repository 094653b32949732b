package io.tieout.connectors.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import org.jspecify.annotations.Nullable;

/// What came back over HTTP.
///
/// @param reference the header that the vendor's support asks for
/// @param retryAfter the header of that name; neither vendor promises it
@SuppressWarnings("ArrayRecordComponent")
public record VendorAnswer(
        int status, byte[] body, @Nullable String reference, @Nullable String retryAfter) {
    public JsonNode json() {
        return VendorJson.read(body);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
