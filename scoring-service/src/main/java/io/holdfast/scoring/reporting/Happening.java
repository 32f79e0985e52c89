package io.holdfast.scoring.reporting;

import java.time.Instant;

/** Something that happened with an account, for its timeline. */
public record Happening(Instant at, String kind, String title) {}
