package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fit.FitProfile;
import java.time.Instant;

/**
 * A published profile. It never changes.
 *
 * @param document as it was given
 * @param reason what for, by whoever published it
 */
public record FitVersion(
    int version, FitProfile profile, String document, Instant at, String by, String reason) {}
