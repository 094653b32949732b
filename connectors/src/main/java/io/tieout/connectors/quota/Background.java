package io.tieout.connectors.quota;

import java.util.function.Supplier;
import org.jboss.logging.MDC;

/// Marks the calls of a long job that nobody waits for, such as a first load: they give way to
/// others that share their quota, and count as a share of their own.
public final class Background {
    static final String JOB = "job";

    private Background() {}

    /// @param job names its share of the quota, with the lane that runs it
    public static <T> T of(String job, Supplier<T> work) {
        Object outer = MDC.get(JOB);
        MDC.put(JOB, job);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                MDC.remove(JOB);
            } else {
                MDC.put(JOB, outer);
            }
        }
    }
}
