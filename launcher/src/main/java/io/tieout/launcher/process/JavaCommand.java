package io.tieout.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The start of a command line that runs Java as small and as quickly up as it gets.
public final class JavaCommand {
    private JavaCommand() {}

    /// Java with the given heap, marked so that the process can be recognised later.
    ///
    /// @param archive where the JVM keeps its loaded classes for the next start; it makes the file
    ///   when it ends, and again when the jars have changed
    public static List<String> of(String heap, String marker, Path archive) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker);
        command.add("-Xmx" + heap);
        command.add("-Xss512k");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:-UsePerfData");
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath());
        command.add("-Xlog:cds=off,cds+dynamic=off,aot=off");
        return command;
    }

    /// A marker that only this part of this data directory has.
    public static String marker(String name, Path directory) {
        return "-Dtieout.part=" + name + "@" + directory.toAbsolutePath();
    }
}
