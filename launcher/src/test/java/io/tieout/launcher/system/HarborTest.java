package io.tieout.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tieout.model.decision.Role;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.SheetRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarborTest {
    @TempDir Path directory;

    @Test
    void the_mapping_names_every_part_that_a_column_can_play() throws IOException {
        Set<ColumnPart> mapped = EnumSet.noneOf(ColumnPart.class);
        for (JsonNode sheet : read("mapping.json").get("sheets")) {
            SheetRole.valueOf(sheet.get("role").asText());
            sheet.get("columns")
                    .fieldNames()
                    .forEachRemaining(part -> mapped.add(ColumnPart.valueOf(part)));
        }
        for (JsonNode company : read("finance-review.json").get("companies")) {
            company.path("sheet")
                    .path("columns")
                    .fieldNames()
                    .forEachRemaining(part -> mapped.add(ColumnPart.valueOf(part)));
        }

        assertThat(mapped).isEqualTo(EnumSet.allOf(ColumnPart.class));
    }

    @Test
    void there_is_somebody_for_every_role() throws IOException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode person : read("people.json").get("people")) {
            person.get("roles").forEach(role -> roles.add(Role.valueOf(role.asText())));
        }

        assertThat(roles).isEqualTo(EnumSet.allOf(Role.class));
    }

    @Test
    void what_a_person_changed_stays() throws IOException {
        Harbor.writeConfiguration(directory);
        Files.writeString(directory.resolve("policy.json"), "{\"phase\":1}");

        Harbor.writeConfiguration(directory);

        assertThat(directory.resolve("policy.json")).hasContent("{\"phase\":1}");
    }

    private JsonNode read(String name) throws IOException {
        Harbor.writeConfiguration(directory);
        return new ObjectMapper().readTree(directory.resolve(name).toFile());
    }
}
