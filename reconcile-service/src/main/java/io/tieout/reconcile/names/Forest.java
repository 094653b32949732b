package io.tieout.reconcile.names;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Many decision trees, each grown at random from a part of what there is to learn, and asked
/// together (Geurts, Ernst and Wehenkel: Extremely randomized trees, 2006). It sees what a sum of
/// features cannot: that two things count only together. The same samples grow the same trees.
/// Pure.
final class Forest {
    private static final int TREES = 100;
    private static final int LEAF_MIN = 3;
    private static final int TRIED = 8;

    private final List<Tree> trees;

    private Forest(List<Tree> trees) {
        this.trees = trees;
    }

    static Forest grown(double[][] features, boolean[] positive, double[] importance) {
        return new Forest(
                IntStream.range(0, TREES)
                        .parallel()
                        .mapToObj(seed -> new Tree(features, positive, importance, seed))
                        .toList());
    }

    double probability(double[] features) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.share(features);
        }
        return sum / TREES;
    }

    /// Nodes by number: the first is the root, and what is at or above the cut is in the node after
    /// the one below it.
    private static final class Tree {
        private final double[][] samples;
        private final boolean[] positive;
        private final double[] importance;
        private final Random random;
        private int[] features = new int[64];
        private float[] cuts = new float[64];
        private int[] below = new int[64];
        private float[] shares = new float[64];
        private int size;

        private Tree(double[][] samples, boolean[] positive, double[] importance, int seed) {
            this.samples = samples;
            this.positive = positive;
            this.importance = importance;
            random = new Random(seed);
            int[] drawn = random.ints(samples.length, 0, samples.length).toArray();
            grow(node(), drawn, 0, drawn.length);
        }

        private double share(double[] sample) {
            int at = 0;
            while (below[at] > 0) {
                at = below[at] + (sample[features[at]] < cuts[at] ? 0 : 1);
            }
            return shares[at];
        }

        private int node() {
            if (size == features.length) {
                features = Arrays.copyOf(features, size * 2);
                cuts = Arrays.copyOf(cuts, size * 2);
                below = Arrays.copyOf(below, size * 2);
                shares = Arrays.copyOf(shares, size * 2);
            }
            return size++;
        }

        private void grow(int at, int[] drawn, int from, int to) {
            double all = 0;
            double right = 0;
            for (int i = from; i < to; i++) {
                all += importance[drawn[i]];
                right += positive[drawn[i]] ? importance[drawn[i]] : 0;
            }
            shares[at] = (float) (right / all);
            if (to - from < 2 * LEAF_MIN
                    || right == 0
                    || right == all
                    || !choose(at, drawn, from, to)) {
                return;
            }
            int middle = part(at, drawn, from, to);
            int lower = node();
            int upper = node();
            below[at] = lower;
            grow(lower, drawn, from, middle);
            grow(upper, drawn, middle, to);
        }

        /// The best of some random cuts; false when none leaves enough on either side.
        private boolean choose(int at, int[] drawn, int from, int to) {
            int[] order = IntStream.range(0, samples[0].length).toArray();
            double least = Double.MAX_VALUE;
            int tried = 0;
            for (int last = order.length; last > 0 && tried < TRIED; last--) {
                int pick = random.nextInt(last);
                int feature = order[pick];
                order[pick] = order[last - 1];
                double low = Double.MAX_VALUE;
                double high = -Double.MAX_VALUE;
                for (int i = from; i < to; i++) {
                    low = Math.min(low, samples[drawn[i]][feature]);
                    high = Math.max(high, samples[drawn[i]][feature]);
                }
                float cut = (float) (low + (high - low) * random.nextDouble());
                if (high - low > 1e-9) {
                    tried++;
                    double impurity = impurity(feature, cut, drawn, from, to);
                    if (impurity < least) {
                        least = impurity;
                        features[at] = feature;
                        cuts[at] = cut;
                    }
                }
            }
            return least < Double.MAX_VALUE;
        }

        /// Gini's, of both sides together.
        private double impurity(int feature, float cut, int[] drawn, int from, int to) {
            int count = 0;
            double all = 0;
            double right = 0;
            double lower = 0;
            double lowerRight = 0;
            for (int i = from; i < to; i++) {
                int sample = drawn[i];
                double weight = importance[sample];
                double hit = positive[sample] ? weight : 0;
                all += weight;
                right += hit;
                if (samples[sample][feature] < cut) {
                    count++;
                    lower += weight;
                    lowerRight += hit;
                }
            }
            if (count < LEAF_MIN || to - from - count < LEAF_MIN) {
                return Double.MAX_VALUE;
            }
            return lowerRight * (lower - lowerRight) / lower
                    + (right - lowerRight) * (all - lower - right + lowerRight) / (all - lower);
        }

        private int part(int at, int[] drawn, int from, int to) {
            int middle = from;
            for (int i = from; i < to; i++) {
                if (samples[drawn[i]][features[at]] < cuts[at]) {
                    int lower = drawn[i];
                    drawn[i] = drawn[middle];
                    drawn[middle++] = lower;
                }
            }
            return middle;
        }
    }
}
