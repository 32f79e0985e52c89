package io.holdfast.scoring.journey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is told of an account besides its picture, as it is now. */
public record Worth(@Nullable LocalDate renewsOn) {

  public static final Worth UNTOLD = new Worth(null);
}
