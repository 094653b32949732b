package io.tieout.reconcile.refusal;

/// Why a command is not carried out, and what the person can do.
public record Refusal(String why, String remedy) {}
