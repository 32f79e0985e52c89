package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An import as the worker needs it. */
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
    Instant receivedAt) {

  boolean open() {
    return state.equals("received") || state.equals("running");
  }
}
