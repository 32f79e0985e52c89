package io.holdfast.ingestion.acknowledging;

import java.util.UUID;

/** Something a source sent under an id of its own; the same id again is a repetition. */
public interface Sent {
  UUID sourceId();

  String messageId();
}
