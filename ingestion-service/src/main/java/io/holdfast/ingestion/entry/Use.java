package io.holdfast.ingestion.entry;

import org.jspecify.annotations.Nullable;

/**
 * What was used and by whom.
 *
 * @param person a user or an anonymous visitor; absent counts as use, not as a person
 */
public record Use(String event, @Nullable Reference person) {}
