package io.tieout.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// All subcommands.
@Command(
        name = "tieout",
        description = "Keeps Smartsheet and QuickBooks Online in agreement.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            Up.class,
            Down.class,
            Status.class,
            Connect.class,
            Connections.class,
            SetupKafka.class,
            HelpCommand.class
        })
final class TieoutCommand {}
