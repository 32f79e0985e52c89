package io.holdfast.local.demo.larkfield;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody, or a machine, used a feature so many times around an instant. */
record Use(
    String id, String account, @Nullable String person, Feature feature, Instant at, int count)
    implements Row {

  @Override
  public String csv() {
    return Row.line(id, account, feature.event(), at, person, count);
  }

  @Override
  public LocalDate latest() {
    return LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
  }
}
