package io.tieout.connectors.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// Something that is wrong with a connection, or soon will be.
///
/// @param code stable, such as `needs-reauth`
/// @param text what it is
/// @param remedy what a person can do, or that nothing need be done
@JsonPropertyOrder({"code", "text", "remedy", "level"})
public record Problem(String code, Level level, String text, String remedy) {
    /// How bad it is.
    public enum Level {
        /// It works, and will stop working.
        WARNING,
        /// It does not work.
        ERROR
    }
}
