package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a relationship, or a term of it, ended. */
record Outcome(String account, String kind, LocalDate on, @Nullable String reason) implements Row {

  @Override
  public String csv() {
    return Row.line(account, kind, on, reason);
  }

  @Override
  public LocalDate latest() {
    return on;
  }
}
