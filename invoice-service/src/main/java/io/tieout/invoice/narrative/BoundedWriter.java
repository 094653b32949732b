package io.tieout.invoice.narrative;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Bounds another writer: it answers in time or not at all, and whatever it fails of is no more
/// than an answer that is missing.
final class BoundedWriter implements Writer {
    private static final int REASON_LENGTH_MAX = 200;

    private final Writer writer;
    private final Duration limit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    BoundedWriter(Writer writer, Duration limit) {
        this.writer = writer;
        this.limit = limit;
    }

    @Override
    public Advice write(NarrativeRequest request) {
        Callable<Advice> call = () -> writer.write(request);
        Future<Advice> asked = threads.submit(call);
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            asked.cancel(true);
            return new Advice.Unavailable("no answer within " + limit);
        } catch (ExecutionException e) {
            return new Advice.Unavailable(shortened(String.valueOf(e.getCause())));
        } catch (InterruptedException _) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Advice.Unavailable("interrupted");
        }
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_LENGTH_MAX
                ? reason
                : reason.substring(0, REASON_LENGTH_MAX);
    }
}
