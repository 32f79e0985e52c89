package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A message about one fact of the account picture. */
interface FactMessage extends Knowable {

  /** Tells the fact from others of its kind. */
  String key();

  Fact toDomain();

  /** Business time of the newest thing the message tells. */
  Instant newestAt();

  static Instant newest(LocalDate one, @Nullable LocalDate other) {
    LocalDate newest = other != null && other.isAfter(one) ? other : one;
    return newest.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
