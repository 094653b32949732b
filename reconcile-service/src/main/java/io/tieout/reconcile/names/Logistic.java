package io.tieout.reconcile.names;

import java.util.Arrays;

/// A logistic regression, fitted by Newton's method and held near the weights it starts from: with
/// little to learn from, it stays what it was. Pure.
final class Logistic {
    private static final int ROUNDS = 40;

    private final double[] weights;

    Logistic(double... weights) {
        this.weights = weights.clone();
    }

    double probability(double[] features) {
        return 1 / (1 + Math.exp(-sum(features)));
    }

    /// The log-odds.
    double sum(double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /// @param strength how many observations the starting weights are worth, per unit of a feature
    Logistic fitted(double[][] features, boolean[] positive, double[] importance, double strength) {
        int n = weights.length;
        double[] now = weights.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[n];
            double[][] hessian = new double[n][n];
            for (int i = 0; i < n; i++) {
                gradient[i] = strength * (weights[i] - now[i]);
                hessian[i][i] = strength;
            }
            for (int sample = 0; sample < features.length; sample++) {
                double[] x = features[sample];
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += now[i] * x[i];
                }
                double p = 1 / (1 + Math.exp(-sum));
                double error = ((positive[sample] ? 1 : 0) - p) * importance[sample];
                double curvature = Math.max(p * (1 - p), 1e-6) * importance[sample];
                for (int i = 0; i < n; i++) {
                    gradient[i] += error * x[i];
                    for (int j = 0; j <= i; j++) {
                        hessian[i][j] += curvature * x[i] * x[j];
                    }
                }
            }
            double[] step = solve(hessian, gradient);
            double before = loss(now, features, positive, importance, strength);
            double share = 1;
            double[] next = moved(now, step, share);
            while (share > 1e-4 && loss(next, features, positive, importance, strength) > before) {
                share /= 2;
                next = moved(now, step, share);
            }
            now = next;
            if (share <= 1e-4 || Arrays.stream(step).allMatch(s -> Math.abs(s) < 1e-4)) {
                break;
            }
        }
        return new Logistic(now);
    }

    private static double[] moved(double[] from, double[] step, double share) {
        double[] moved = from.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * step[i];
        }
        return moved;
    }

    private double loss(
            double[] at,
            double[][] features,
            boolean[] positive,
            double[] importance,
            double strength) {
        double loss = 0;
        for (int i = 0; i < at.length; i++) {
            loss += strength / 2 * (at[i] - weights[i]) * (at[i] - weights[i]);
        }
        Logistic logistic = new Logistic(at);
        for (int i = 0; i < features.length; i++) {
            double sum = logistic.sum(features[i]);
            double toward = positive[i] ? sum : -sum;
            loss +=
                    importance[i]
                            * (toward > 0
                                    ? Math.log1p(Math.exp(-toward))
                                    : -toward + Math.log1p(Math.exp(toward)));
        }
        return loss;
    }

    double[] weights() {
        return weights.clone();
    }

    /// Cholesky; only the lower half of `matrix` is filled.
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
            }
        }
        double[] x = Arrays.copyOf(right, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
