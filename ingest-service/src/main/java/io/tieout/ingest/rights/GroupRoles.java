package io.tieout.ingest.rights;

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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which roles the members of Smartsheet's groups hold in the sheets, as configured beside the
/// people. A role that a group gives is held in the sheet by its members alone.
@ApplicationScoped
public class GroupRoles {
    private final List<Group> groups;

    /// A group of Smartsheet, and what its members may do.
    public record Group(String name, Set<Role> roles) {
        public Group {
            roles = Set.copyOf(roles);
        }
    }

    private record GroupsFile(@Nullable List<Group> groups) {}

    @Inject
    GroupRoles(IngestConfig config) {
        this(read(config.peopleFile()));
    }

    public GroupRoles(List<Group> groups) {
        this.groups = List.copyOf(groups);
    }

    /// Names of all groups that give a role.
    Set<String> names() {
        return groups.stream().map(Group::name).collect(Collectors.toSet());
    }

    /// Names of the groups that give this role; none when people hold it by themselves.
    public Set<String> giving(Role role) {
        return groups.stream()
                .filter(group -> group.roles().contains(role))
                .map(Group::name)
                .collect(Collectors.toSet());
    }

    private static List<Group> read(Path file) {
        try {
            List<Group> groups =
                    WireJson.mapper().readValue(Files.readString(file), GroupsFile.class).groups();
            return groups == null ? List.of() : groups;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The groups in the file of people %s cannot be read: %s"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file of people " + file, e);
        }
    }
}
