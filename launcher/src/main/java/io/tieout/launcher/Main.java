package io.tieout.launcher;

import picocli.CommandLine;

/// What `./tieout` runs once everything is built.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TieoutCommand()).execute(arguments));
    }
}
