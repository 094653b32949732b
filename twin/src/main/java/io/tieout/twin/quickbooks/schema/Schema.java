package io.tieout.twin.quickbooks.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Every entity and nested object, as the table in `quickbooks/schema.txt` says.
public final class Schema {
    private static final Schema VENDOR = load("/quickbooks/schema.txt");

    private final Map<String, EntityType> entities;
    private final Map<String, EntityType> paths = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> objects;

    Schema(Map<String, EntityType> entities, Map<String, Map<String, Field>> objects) {
        this.entities = entities;
        this.objects = objects;
        entities.values().forEach(type -> paths.put(type.path(), type));
    }

    public static Schema vendor() {
        return VENDOR;
    }

    private static Schema load(String resource) {
        try (var stream = Schema.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(stream, resource).readAllBytes();
            return new SchemaText(new String(bytes, StandardCharsets.UTF_8)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public @Nullable EntityType byName(String name) {
        return entities.get(name);
    }

    public @Nullable EntityType byPath(String path) {
        return paths.get(path);
    }

    public EntityType require(String name) {
        return Objects.requireNonNull(entities.get(name), name);
    }

    public Collection<EntityType> all() {
        return entities.values();
    }

    public Map<String, Field> object(String name) {
        return Objects.requireNonNull(objects.get(name), name);
    }
}
