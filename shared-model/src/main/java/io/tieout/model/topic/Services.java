package io.tieout.model.topic;

/// Names of the services: consumer group, Kafka user and metric label alike.
public final class Services {
    public static final String INGEST = "ingest-service";
    public static final String RECONCILE = "reconcile-service";
    public static final String INVOICE = "invoice-service";
    public static final String AUDIT = "audit-service";
    public static final String WRITEBACK = "writeback-service";
    public static final String CONSOLE = "console";

    private Services() {}
}
