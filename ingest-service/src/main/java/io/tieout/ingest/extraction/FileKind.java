package io.tieout.ingest.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files whose text can be read, told by their names.
public enum FileKind {
    PDF("pdf"),
    WORD("docx"),
    EXCEL("xlsx"),
    POWERPOINT("pptx"),
    TEXT("txt", "csv");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /// Empty for every other kind.
    public static Optional<FileKind> of(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
    }
}
