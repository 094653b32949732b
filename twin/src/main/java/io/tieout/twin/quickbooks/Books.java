package io.tieout.twin.quickbooks;

import io.tieout.twin.quickbooks.rules.Realm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All companies that the twin keeps books for.
@ApplicationScoped
public class Books {
    private final Map<String, Realm> realms = new ConcurrentHashMap<>();

    public @Nullable Realm find(String id) {
        return realms.get(id);
    }

    public List<Realm> all() {
        return List.copyOf(realms.values());
    }

    public void replace(List<Realm> all) {
        realms.clear();
        all.forEach(realm -> realms.put(realm.id(), realm));
    }
}
