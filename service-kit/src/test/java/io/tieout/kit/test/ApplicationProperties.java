package io.tieout.kit.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The service's application.properties, read before the service starts.
final class ApplicationProperties {
    private ApplicationProperties() {}

    static Properties load() {
        Properties properties = new Properties();
        try (InputStream in =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("application.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static String get(String name) {
        String value = load().getProperty(name);
        if (value == null) {
            throw new IllegalStateException("application.properties has no " + name);
        }
        return value;
    }
}
