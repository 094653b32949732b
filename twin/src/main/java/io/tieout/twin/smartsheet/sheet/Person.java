package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import org.jspecify.annotations.Nullable;

/// Somebody who reads or writes sheets; whoever has a token can call the API.
public record Person(
        long id, String email, String name, boolean admin, String status, @Nullable String token) {

    public String firstName() {
        var space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    public String lastName() {
        var space = name.indexOf(' ');
        return space < 0 ? "" : name.substring(space + 1);
    }

    /// The short form that rows, comments and histories carry: no id.
    public ObjectNode brief() {
        return Json.object().put("email", email).put("name", name);
    }
}
