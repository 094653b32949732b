package io.tieout.console.deadletter;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Redrives many, each by itself, no faster than its readers can be asked to take.
@ApplicationScoped
class RedriveMany {
    private final Redrive redrive;
    private final ConsoleConfig config;

    RedriveMany(Redrive redrive, ConsoleConfig config) {
        this.redrive = redrive;
        this.config = config;
    }

    List<RedriveAnswer> handle(Person person, List<UUID> ids, Patch patch, boolean dryRun) {
        List<RedriveAnswer> answers = new ArrayList<>();
        for (UUID id : ids.stream().distinct().toList()) {
            answers.add(redrive.handle(person, id, patch, dryRun));
            if (!dryRun && !pause()) {
                break;
            }
        }
        return answers;
    }

    private boolean pause() {
        try {
            Thread.sleep(1_000L / config.limits().redrivesPerSecond());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
