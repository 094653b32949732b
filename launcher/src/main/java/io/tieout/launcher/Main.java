package io.tieout.launcher;

import io.tieout.launcher.process.StartFailed;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// What `./tieout` runs once everything is built.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new TieoutCommand())
                        .setExecutionExceptionHandler(Main::sentence)
                        .execute(arguments));
    }

    /// What a person can do something about is a sentence; anything else is ours, with its trace.
    private static int sentence(Exception problem, CommandLine command, ParseResult parsed)
            throws Exception {
        if (problem instanceof StartFailed || problem instanceof IllegalArgumentException) {
            System.err.println(problem.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw problem;
    }
}
