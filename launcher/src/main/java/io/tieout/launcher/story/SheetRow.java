package io.tieout.launcher.story;

import java.util.Map;

/// A row as the twin shows it: cells by column title, empty ones absent.
record SheetRow(String id, Map<String, String> cells, int comments) {
    SheetRow {
        cells = Map.copyOf(cells);
    }

    String cell(String title) {
        return cells.getOrDefault(title, "");
    }

    boolean has(String title, String value) {
        return cell(title).equals(value);
    }

    boolean isFilled(String title) {
        return !cell(title).isBlank();
    }
}
