package io.tieout.bench.quota;

import java.util.Collection;

/// Jain's index of how evenly something is shared. Pure.
final class Fairness {
    private Fairness() {}

    /// (sum)² / (n · sum of squares): 1 when all have the same, 1/n when one has everything.
    static double jain(Collection<Integer> parts) {
        double sum = parts.stream().mapToDouble(Integer::doubleValue).sum();
        double squares = parts.stream().mapToDouble(part -> (double) part * part).sum();
        return squares == 0 ? 1 : sum * sum / (parts.size() * squares);
    }
}
