package io.tieout.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tieout.launcher.connect.ConnectionsApi;
import io.tieout.launcher.connect.ConnectionsTable;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows how the connections to both vendors are doing.
@Command(
        mixinStandardHelpOptions = true,
        name = "connections",
        description =
                "Show token age, webhooks, quota headroom, last polls, and each problem with its remedy. Exit code: 0 all well, 1 something needs a person.")
final class Connections implements Callable<Integer> {
    @Mixin private final IngestPlace ingest = new IngestPlace();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        JsonNode report = ConnectionsApi.at(ingest.url()).report();
        if (json) {
            System.out.println(
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(report));
        } else {
            new ConnectionsTable(Clock.systemUTC().instant())
                    .lines(report)
                    .forEach(System.out::println);
        }
        return ConnectionsTable.isWell(report) ? 0 : 1;
    }
}
