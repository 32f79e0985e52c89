package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;

/**
 * A timer that is due.
 *
 * @param due business time it was set for
 * @param attempt 1 on the first try
 */
public record FiredTimer(
    TenantId tenant, String kind, String key, Instant due, String payload, int attempt) {}
