package io.tieout.launcher.system;

import io.tieout.launcher.port.Listener;
import io.tieout.model.topic.Services;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A Quarkus application that the launcher runs: the twin, or a service.
///
/// Heaps are what each needs on a small machine with some room, not what it would take.
enum Part {
    TWIN("twin", "", Listener.TWIN, "128m"),
    INGEST(Services.INGEST, "ingest", Listener.INGEST, "128m"),
    INVOICE(Services.INVOICE, "invoice", Listener.INVOICE, "128m"),
    RECONCILE(Services.RECONCILE, "reconcile", Listener.RECONCILE, "128m"),
    AUDIT(Services.AUDIT, "audit", Listener.AUDIT, "128m"),
    WRITEBACK(Services.WRITEBACK, "writeback", Listener.WRITEBACK, "128m"),
    CONSOLE(Services.CONSOLE, "console", Listener.CONSOLE, "128m");

    private final String module;
    private final String schema;
    private final Listener listener;
    private final String heap;

    Part(String module, String schema, Listener listener, String heap) {
        this.module = module;
        this.schema = schema;
        this.listener = listener;
        this.heap = heap;
    }

    /// Its module, and its name everywhere.
    String module() {
        return module;
    }

    String databaseRole() {
        return "tieout_" + schema;
    }

    Listener listener() {
        return listener;
    }

    String heap() {
        return heap;
    }

    static List<Part> services(Set<String> names) {
        return Arrays.stream(values())
                .filter(part -> part != TWIN)
                .filter(part -> names.contains(part.module))
                .toList();
    }

    static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.module.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part is called " + name));
    }
}
