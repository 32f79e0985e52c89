package io.holdfast.testing.offence.sideways.persistence;

public record R2dbcHealths() {}
