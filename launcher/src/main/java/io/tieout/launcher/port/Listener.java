package io.tieout.launcher.port;

/// Everything that listens, and how far its port lies above the base.
public enum Listener {
    CONSOLE(0, "console"),
    INGEST(1, "ingest-service"),
    INVOICE(2, "invoice-service"),
    RECONCILE(3, "reconcile-service"),
    AUDIT(4, "audit-service"),
    WRITEBACK(5, "writeback-service"),
    TWIN(10, "twin"),
    TWIN_MAIL(25, "twin (mail)"),
    POSTGRES(32, "postgres"),
    KAFKA(92, "kafka"),
    KAFKA_CONTROLLER(93, "kafka (controller)");

    private final int offset;
    private final String label;

    Listener(int offset, String label) {
        this.offset = offset;
        this.label = label;
    }

    int offset() {
        return offset;
    }

    /// What people read for it.
    public String label() {
        return label;
    }
}
