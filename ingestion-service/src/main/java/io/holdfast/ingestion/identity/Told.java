package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;

/**
 * An account or contact that is not what it was before: the entry that changed it, with its whole
 * body.
 */
public record Told(Entry entry, String accountId, String body) {}
