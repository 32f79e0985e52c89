package io.holdfast.testing.offence.none.health;

/** The domain: the language, no more. */
public record Health(int score) {}
