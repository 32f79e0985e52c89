package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import java.time.Instant;
import java.util.UUID;

/** An entry in quarantine and since when. */
public record Held(UUID id, String reason, Instant since, Entry entry) {}
