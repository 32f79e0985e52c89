package io.holdfast.scoring.fit;

/** An account that began long enough ago to have left early, and whether it did. */
public record Newcomer(FitVerdict fit, Company company, boolean leftEarly) {}
