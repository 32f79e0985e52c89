package io.holdfast.scoring.publishing;

import java.time.Instant;
import java.util.UUID;

/** A scoring model that is being written; nothing is scored by it. */
public record ModelDraft(UUID id, String document, Instant changedAt, String changedBy) {}
