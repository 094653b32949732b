package io.tieout.launcher.system;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.secret.Secrets;
import java.util.function.Consumer;

/// Where a system gets its broker and its database from. Both are real; they listen at the ports of
/// the plan and know nobody but their super users.
public interface Stores {
    /// Starts a broker and returns how its super user connects.
    ///
    /// @param onLaunch told of a process before it is ready, so that it can be put on record
    KafkaAccess kafka(SystemOptions options, Secrets secrets, Consumer<RunningProcess> onLaunch);

    /// Starts a database and returns how its super user connects.
    ///
    /// @param onLaunch told of a process before it is ready, so that it can be put on record
    DatabaseAccess postgres(
            SystemOptions options, Secrets secrets, Consumer<RunningProcess> onLaunch);

    /// Ends what is not on record as a process.
    default void stop() {}
}
