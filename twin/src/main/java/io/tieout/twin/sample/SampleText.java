package io.tieout.twin.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a sample file; `"D-45"` stands for the date 45 days before today, so that samples do not
/// age.
final class SampleText {
    private static final Pattern DATE = Pattern.compile("\"D([+-]\\d+)\"");

    private SampleText() {}

    static @Nullable JsonNode read(String sample, String file, LocalDate today) {
        var path = "/samples/" + sample + "/" + file;
        try (var stream = SampleText.class.getResourceAsStream(path)) {
            if (stream == null) {
                return null;
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Json.parse(
                    DATE.matcher(text)
                            .replaceAll(match ->
                                    "\""
                                            + today.plusDays(Integer.parseInt(match.group(1)))
                                            + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
