package io.tieout.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// Everything that can be set about reconciling.
@ConfigMapping(prefix = "tieout.reconcile")
public interface ReconcileConfig {
    /// How long a change waits for others, so that the books are compared once for many.
    @DurationMin(millis = 0)
    @DurationMax(minutes = 5)
    @WithDefault("PT0.5S")
    Duration linger();

    /// Rows whose changes are stored in one transaction.
    @Min(1)
    @Max(5000)
    @WithDefault("200")
    int rowsPerTransaction();
}
