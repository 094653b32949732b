package io.tieout.console.access;

import io.tieout.console.ConsoleConfig;
import io.tieout.kit.json.WireJson;
import io.tieout.model.decision.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people of the people file. Passwords in it are for demos; real sign-in is OpenID Connect.
@ApplicationScoped
class People {
    /// One entry of the file.
    record Entry(String email, String name, @Nullable String password, Set<Role> roles) {}

    /// The file.
    record Directory(List<Entry> people) {}

    private final Map<String, Entry> byEmail = new LinkedHashMap<>();

    People(ConsoleConfig config) {
        for (Entry entry : read(config.peopleFile()).people()) {
            byEmail.put(normal(entry.email()), entry);
        }
    }

    Optional<Person> find(String email) {
        return Optional.ofNullable(byEmail.get(normal(email))).map(People::person);
    }

    /// The person, when the password is theirs. Takes the same time for a wrong one.
    Optional<Person> check(String email, String password) {
        Entry entry = byEmail.get(normal(email));
        String expected = entry == null || entry.password() == null ? "" : entry.password();
        boolean right =
                MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        password.getBytes(StandardCharsets.UTF_8));
        return entry == null || expected.isEmpty() || !right
                ? Optional.empty()
                : Optional.of(person(entry));
    }

    Collection<Entry> all() {
        return byEmail.values();
    }

    private static Person person(Entry entry) {
        return new Person(entry.email(), entry.name(), entry.roles());
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Directory read(Path file) {
        try {
            return WireJson.mapper().readValue(Files.readAllBytes(file), Directory.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The people file (TIEOUT_PEOPLE_FILE) cannot be read: " + file, e);
        }
    }
}
