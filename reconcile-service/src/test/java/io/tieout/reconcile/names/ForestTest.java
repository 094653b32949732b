package io.tieout.reconcile.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {
    private static final int SAMPLES = 2000;

    @Test
    void learns_that_two_things_count_only_together() {
        double[][] features = features(new Random(1));
        Forest forest = Forest.grown(features, bothOrNone(features), ones());
        double[][] others = features(new Random(2));
        boolean[] right = bothOrNone(others);
        int told = 0;
        for (int i = 0; i < SAMPLES; i++) {
            told += forest.probability(others[i]) >= 0.5 == right[i] ? 1 : 0;
        }
        assertThat(told).isGreaterThan(SAMPLES * 95 / 100);
    }

    @Test
    void the_same_samples_grow_the_same_trees() {
        double[][] features = features(new Random(3));
        Forest one = Forest.grown(features, bothOrNone(features), ones());
        Forest other = Forest.grown(features, bothOrNone(features), ones());
        for (double[] sample : features(new Random(4))) {
            assertThat(one.probability(sample)).isEqualTo(other.probability(sample));
        }
    }

    @Test
    void what_weighs_more_counts_more() {
        double[][] features = new double[100][1];
        boolean[] positive = new boolean[100];
        double[] importance = ones();
        for (int i = 0; i < 100; i++) {
            positive[i] = i % 2 == 0;
            importance[i] = positive[i] ? 9 : 1;
        }
        assertThat(
                        Forest.grown(features, positive, Arrays.copyOf(importance, 100))
                                .probability(new double[1]))
                .isBetween(0.85, 0.95);
    }

    private static double[][] features(Random random) {
        double[][] features = new double[SAMPLES][];
        Arrays.setAll(features, _ -> random.doubles(5).toArray());
        return features;
    }

    private static boolean[] bothOrNone(double[][] features) {
        boolean[] both = new boolean[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            both[i] = features[i][1] > 0.5 == features[i][3] > 0.5;
        }
        return both;
    }

    private static double[] ones() {
        double[] ones = new double[SAMPLES];
        Arrays.fill(ones, 1);
        return ones;
    }
}
