package io.tieout.launcher.secret;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// All passwords and keys of one data directory. Made at its first start, never shown.
///
/// @param passwords of Kafka users and database roles
/// @param keys of the services that sign, by service
/// @param tokenKey AES-256, under which OAuth tokens are stored
/// @param linkSecret under which links to documents are signed
public record Secrets(
        Map<String, String> passwords,
        Map<String, KeyPairText> keys,
        String tokenKey,
        String linkSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();

    public Secrets {
        passwords = Map.copyOf(passwords);
        keys = Map.copyOf(keys);
    }

    /// Reads the file, or writes a new one with fresh secrets.
    public static Secrets of(Path file, List<String> users, List<String> signers) {
        try {
            if (Files.exists(file)) {
                return JSON.readValue(file.toFile(), Secrets.class);
            }
            Secrets fresh =
                    new Secrets(
                            fill(users, () -> random(18, Base64.getUrlEncoder())),
                            fill(signers, KeyPairText::generate),
                            random(32, Base64.getEncoder()),
                            random(32, Base64.getUrlEncoder().withoutPadding()));
            PrivateFile.write(
                    file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fresh));
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String password(String user) {
        return known(passwords, user);
    }

    public KeyPairText keysOf(String service) {
        return known(keys, service);
    }

    @Override
    public String toString() {
        return "Secrets[" + passwords.keySet() + "]";
    }

    private static <T> T known(Map<String, T> all, String name) {
        T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("No secret was made for " + name);
        }
        return one;
    }

    private static <T> Map<String, T> fill(List<String> names, Supplier<T> maker) {
        Map<String, T> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, maker.get()));
        return all;
    }

    private static String random(int bytes, Base64.Encoder encoder) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return encoder.encodeToString(value);
    }
}
