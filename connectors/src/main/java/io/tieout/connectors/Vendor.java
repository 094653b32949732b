package io.tieout.connectors;

/// The two vendors; the label is the metric label and the prefix of error codes.
public enum Vendor {
    SMARTSHEET("smartsheet"),
    QUICKBOOKS("quickbooks");

    private final String label;

    Vendor(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
