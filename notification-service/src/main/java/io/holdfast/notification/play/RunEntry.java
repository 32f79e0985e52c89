package io.holdfast.notification.play;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a run's audit: what a step did, or why it did not.
 *
 * @param step index of the step it concerns
 * @param outcome one word: {@code told}, {@code collected}, {@code muted}, {@code cooldown}, {@code
 *     no_recipient}, …
 * @param detail the same for people
 */
public record RunEntry(UUID runId, Instant at, int step, String outcome, String detail) {}
