package io.holdfast.notification.remembering;

import org.jspecify.annotations.Nullable;

/** What a message says of an account. */
public record AccountNews(String accountId, String name, @Nullable String ownerEmail) {}
