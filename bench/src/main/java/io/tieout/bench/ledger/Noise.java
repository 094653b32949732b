package io.tieout.bench.ledger;

import picocli.CommandLine.Option;

/// How a made-up ledger deviates, each as the share of documents.
public final class Noise {
    @Option(
            names = "--variants",
            defaultValue = "0.5",
            description = "names written differently (default: ${DEFAULT-VALUE})")
    double variants = 0.5;

    @Option(
            names = "--unnumbered",
            defaultValue = "0.25",
            description = "rows without document number (default: ${DEFAULT-VALUE})")
    double unnumbered = 0.25;

    @Option(
            names = "--split",
            defaultValue = "0.03",
            description = "one row, several documents (default: ${DEFAULT-VALUE})")
    double split = 0.03;

    @Option(
            names = "--merged",
            defaultValue = "0.02",
            description = "several rows, one document (default: ${DEFAULT-VALUE})")
    double merged = 0.02;

    @Option(
            names = "--many",
            defaultValue = "0.003",
            description = "several rows, several documents (default: ${DEFAULT-VALUE})")
    double many = 0.003;

    @Option(
            names = "--timing",
            defaultValue = "0.02",
            description = "booked weeks later (default: ${DEFAULT-VALUE})")
    double timing = 0.02;

    @Option(
            names = "--slips",
            defaultValue = "0.02",
            description =
                    "digits swapped, decimal slipped, sign or year wrong (default:"
                            + " ${DEFAULT-VALUE})")
    double slips = 0.02;

    @Option(
            names = "--variance",
            defaultValue = "0.02",
            description = "another amount (default: ${DEFAULT-VALUE})")
    double variance = 0.02;

    @Option(
            names = "--coding",
            defaultValue = "0.02",
            description = "another project, class or account (default: ${DEFAULT-VALUE})")
    double coding = 0.02;

    @Option(
            names = "--duplicates",
            defaultValue = "0.02",
            description = "entered twice, on either side (default: ${DEFAULT-VALUE})")
    double duplicates = 0.02;

    @Option(
            names = "--missing",
            defaultValue = "0.04",
            description = "on one side only (default: ${DEFAULT-VALUE})")
    double missing = 0.04;

    @Option(
            names = "--labor",
            defaultValue = "0.02",
            description = "hours, a third of them not billed (default: ${DEFAULT-VALUE})")
    double labor = 0.02;

    @Option(
            names = "--equal",
            defaultValue = "0.01",
            description = "equal amounts of one vendor in one week (default: ${DEFAULT-VALUE})")
    double equal = 0.01;

    @Option(
            names = "--partial",
            defaultValue = "0.004",
            description =
                    "rows of an order of which only a part is billed (default: ${DEFAULT-VALUE})")
    double partial = 0.004;

    @Option(
            names = "--ordered",
            defaultValue = "0.3",
            description = "documents with a purchase order (default: ${DEFAULT-VALUE})")
    double ordered = 0.3;

    @Option(
            names = "--shared-orders",
            defaultValue = "0.4",
            description = "orders of several documents (default: ${DEFAULT-VALUE})")
    double sharedOrders = 0.4;

    @Option(
            names = "--wrong-orders",
            defaultValue = "0.03",
            description = "rows that name another order than theirs (default: ${DEFAULT-VALUE})")
    double wrongOrders = 0.03;

    public static Noise equalOnly() {
        Noise noise = new Noise();
        noise.split = noise.merged = noise.many = noise.timing = noise.slips = 0;
        noise.variance = noise.coding = noise.duplicates = noise.missing = noise.labor = 0;
        noise.partial = 0;
        noise.equal = 1;
        return noise;
    }
}
