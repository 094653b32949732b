package io.tieout.audit.policy;

import io.quarkus.runtime.Startup;
import io.tieout.audit.AuditConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The policy that audit runs with, read once at start.
@ApplicationScoped
@Startup
public class PolicyFile {
    private static final String BUILT_IN = "/policy/cautious.json";

    private final String text;
    private final Policy policy;

    PolicyFile(AuditConfig config) {
        this.text = read(config.policyFile());
        this.policy = PolicyText.parse(text);
    }

    public Policy policy() {
        return policy;
    }

    /// The policy as it was written.
    public String text() {
        return text;
    }

    private static String read(Optional<Path> file) {
        try {
            if (file.isPresent()) {
                return Files.readString(file.get());
            }
            try (InputStream builtIn = PolicyFile.class.getResourceAsStream(BUILT_IN)) {
                if (builtIn == null) {
                    throw new IllegalStateException("The built-in policy is missing");
                }
                return new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the policy " + file, e);
        }
    }
}
