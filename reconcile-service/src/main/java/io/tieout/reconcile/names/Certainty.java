package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How probable an answer is by what was learned: a [Logistic] that knows something from the start,
/// and the more there is to learn from, the more a [Forest]. Pure.
final class Certainty {
    private static final double STRENGTH = 2;
    private static final double SAMPLES_HALF = 500;
    private static final double HOPELESS = 0.05;

    /// What is learned from.
    static final class Samples {
        private final List<double[]> features = new ArrayList<>();
        private final List<Boolean> right = new ArrayList<>();
        private final List<Double> importance = new ArrayList<>();

        void add(double[] sample, boolean isRight, double weight) {
            features.add(sample);
            right.add(isRight);
            importance.add(weight);
        }

        Logistic logistic(Logistic start) {
            return start.fitted(features.toArray(double[][]::new), positive(), weights(), STRENGTH);
        }

        Certainty certainty(Logistic start) {
            return features.isEmpty()
                    ? new Certainty(start, null, 0)
                    : new Certainty(
                            logistic(start),
                            Forest.grown(features.toArray(double[][]::new), positive(), weights()),
                            features.size() / (features.size() + SAMPLES_HALF));
        }

        private boolean[] positive() {
            boolean[] positive = new boolean[right.size()];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = right.get(i);
            }
            return positive;
        }

        private double[] weights() {
            return importance.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private final Logistic logistic;
    private final @Nullable Forest forest;
    private final double share;

    private Certainty(Logistic logistic, @Nullable Forest forest, double share) {
        this.logistic = logistic;
        this.forest = forest;
        this.share = share;
    }

    static Certainty of(Logistic logistic) {
        return new Certainty(logistic, null, 0);
    }

    double probability(double[] features) {
        double sum = logistic.probability(features);
        return forest == null || sum < HOPELESS
                ? sum
                : share * forest.probability(features) + (1 - share) * sum;
    }
}
