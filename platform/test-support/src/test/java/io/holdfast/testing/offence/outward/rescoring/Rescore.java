package io.holdfast.testing.offence.outward.rescoring;

public record Rescore() {}
