package io.holdfast.metrics.knowledge;

/** A version of a fact. */
public record Recorded<T>(T fact, Knowledge knowledge) {}
