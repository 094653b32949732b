package io.tieout.ingest.extraction;

import java.io.File;
import java.nio.file.Path;

/// Where another process of this service finds its classes. Pure.
final class ClassPath {
    private static final String RUNNER = "quarkus-run.jar";

    private ClassPath() {}

    /// A packaged service runs from a jar that only Quarkus can look into; its classes and
    /// libraries lie beside it. Elsewhere our own class path is as good as any.
    ///
    /// @param own the property `java.class.path`
    static String of(String own) {
        Path first = Path.of(own.split(File.pathSeparator, 2)[0]).toAbsolutePath();
        if (!first.endsWith(RUNNER)) {
            return own;
        }
        return String.join(
                File.pathSeparator,
                first.resolveSibling("app") + "/*",
                first.resolveSibling("lib").resolve("main") + "/*");
    }
}
