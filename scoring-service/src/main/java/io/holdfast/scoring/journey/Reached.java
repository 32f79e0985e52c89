package io.holdfast.scoring.journey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone that was reached. What is on record stays, whatever becomes known later.
 *
 * @param day days since day 0; null while there is none
 * @param told whether somebody noted it, rather than that it was measured
 */
public record Reached(String key, String name, LocalDate on, @Nullable Long day, boolean told) {}
