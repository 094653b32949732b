package io.tieout.audit.record;

import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/// Which realm a sheet belongs to, as its rows say; a sheet belongs to one for good.
@ApplicationScoped
class SheetRealms {
    private final Jdbi jdbi;
    private final Map<SheetId, String> known = new ConcurrentHashMap<>();

    SheetRealms(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<String> of(SheetId sheet) {
        String cached = known.get(sheet);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<String> found =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT realm FROM sheet_rows WHERE sheet_id = :sheet LIMIT 1")
                                .bind("sheet", sheet.value())
                                .mapTo(String.class)
                                .findOne());
        found.ifPresent(realm -> known.put(sheet, realm));
        return found;
    }
}
