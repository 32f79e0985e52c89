package io.holdfast.ingestion.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param state received, running, completed or failed
 * @param waiting lines of accounts not known yet; they enter by themselves when these appear
 * @param failure why the file as a whole cannot be read
 */
record ImportView(
    UUID importId,
    String kind,
    String state,
    long read,
    long accepted,
    long rejected,
    long duplicate,
    long waiting,
    String knowledge,
    long bytes,
    List<String> warnings,
    @Nullable String failure,
    Instant receivedAt,
    @Nullable Instant finishedAt) {}
