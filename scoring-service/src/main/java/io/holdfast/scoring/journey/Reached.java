package io.holdfast.scoring.journey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone that was reached. What is on record stays, whatever becomes known later.
 *
 * @param day days since day 0; null while there is none, and when it is not known
 * @param told whether somebody noted it, rather than that it was measured
 * @param orEarlier whether it was reached then or at some day before: the account was old when it
 *     was first looked at
 */
public record Reached(
    String key, String name, LocalDate on, @Nullable Long day, boolean told, boolean orEarlier) {}
