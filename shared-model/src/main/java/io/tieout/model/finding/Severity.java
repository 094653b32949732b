package io.tieout.model.finding;

/// How soon somebody should look.
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
