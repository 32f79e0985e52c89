package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account with the name it goes by, when that was heard. */
public record NamedAccount(AccountId id, @Nullable String name, Instant receivedAt) {}
