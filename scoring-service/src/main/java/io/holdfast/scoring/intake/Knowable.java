package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Knowledge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every message of ingestion says about when it was known. */
interface Knowable {

  String accountId();

  Instant receivedAt();

  @Nullable Instant recordedAt();

  boolean assumed();

  @Nullable String load();

  default Knowledge knowledge() {
    return new Knowledge(recordedAt(), receivedAt(), assumed());
  }
}
