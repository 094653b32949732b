package io.tieout.ingest.extraction;

import java.util.Locale;
import java.util.Optional;

/// The kinds of files whose text can be read, told by their names.
public enum FileKind {
    PDF,
    WORD,
    EXCEL,
    POWERPOINT,
    TEXT;

    /// Empty for every other kind.
    public static Optional<FileKind> of(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "pdf" -> Optional.of(PDF);
            case "docx" -> Optional.of(WORD);
            case "xlsx" -> Optional.of(EXCEL);
            case "pptx" -> Optional.of(POWERPOINT);
            case "txt", "csv" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
