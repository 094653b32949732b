package io.tieout.ingest.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.ingest.IngestConfig;
import io.tieout.kit.json.WireJson;
import io.tieout.model.decision.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is a person, and may do what, as configured. Whoever is not listed may do nothing:
/// Smartsheet's own users, such as its automation, are not.
@ApplicationScoped
class People {
    private final Map<String, Person> byEmail;

    /// A person with the roles that the company gave her.
    record Person(String email, Set<Role> roles) {
        Person {
            roles = Set.copyOf(roles);
        }
    }

    private record PeopleFile(List<Person> people) {}

    @Inject
    People(IngestConfig config) {
        this(read(config.peopleFile()).people());
    }

    People(List<Person> people) {
        this.byEmail =
                people.stream()
                        .collect(Collectors.toMap(person -> key(person.email()), person -> person));
    }

    Optional<Person> find(String email) {
        return Optional.ofNullable(byEmail.get(key(email)));
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static PeopleFile read(Path file) {
        try {
            return WireJson.mapper().readValue(Files.readString(file), PeopleFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The file of people %s cannot be read: %s"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file of people " + file, e);
        }
    }
}
