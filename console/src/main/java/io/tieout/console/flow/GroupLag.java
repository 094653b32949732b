package io.tieout.console.flow;

/// How many records of a topic a consumer group has not settled yet.
public record GroupLag(String group, String topic, long lag) {}
