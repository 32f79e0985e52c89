package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as the worker needs it.
 *
 * @param position of the first byte not yet read
 * @param line at that byte
 * @param overlong line on which the record began that is passed over there, if one is
 */
record ImportRow(
    UUID id,
    Kind kind,
    boolean asRecorded,
    String mapping,
    boolean csv,
    String state,
    long bytes,
    List<String> header,
    long position,
    int line,
    @Nullable Integer overlong,
    Instant receivedAt) {

  boolean open() {
    return state.equals("received") || state.equals("running");
  }
}
