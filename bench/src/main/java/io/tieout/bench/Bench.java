package io.tieout.bench;

import io.tieout.bench.economy.EconomyBench;
import io.tieout.bench.quota.DrainBench;
import io.tieout.bench.quota.QuotaBench;
import io.tieout.launcher.process.StartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/// What `./tieout bench NAME` runs; each bench is a subcommand in a package of its own.
@Command(
        name = "bench",
        description = "Measures what Tieout promises in figures. The last line is RESULT.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            HelpCommand.class,
            io.tieout.bench.matching.MatchingBench.class,
            io.tieout.bench.names.NamesBench.class,
            EconomyBench.class,
            QuotaBench.class,
            DrainBench.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Bench())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(Bench::sentence)
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
