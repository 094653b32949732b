package io.tieout.model.decision;

/// What a person may do.
public enum Role {
    VIEWER,
    FINANCE,
    APPROVER,
    OPERATOR,
    ADMIN
}
