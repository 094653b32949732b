package io.tieout.console;

import io.tieout.kit.json.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The version of style and script: a hash of both.
public final class Assets {
    public static final String VERSION = version();

    private Assets() {}

    private static String version() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : List.of("console.css", "console.js")) {
            try (InputStream in =
                    Assets.class
                            .getClassLoader()
                            .getResourceAsStream("META-INF/resources/static/" + name)) {
                if (in != null) {
                    in.transferTo(all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + name, e);
            }
        }
        return CanonicalJson.sha256(all.toByteArray()).substring(0, 10);
    }
}
