package io.holdfast.scoring.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an account was last found to be; a record of what was decided.
 *
 * @param stage null before it was first looked at
 * @param since when the stage was entered
 * @param doubtedSince since when its conditions do not hold
 * @param begins the day that its first days were counted from
 * @param lookedBack whether its first days were gone through for milestones
 * @param day90 score at the end of day 90; null before, or when too little was known then
 * @param day90Told whether day 90 is behind it and was announced
 */
public record JourneyState(
    @Nullable Stage stage,
    Instant since,
    @Nullable Instant doubtedSince,
    @Nullable LocalDate begins,
    List<Reached> reached,
    boolean lookedBack,
    @Nullable BigDecimal day90,
    boolean day90Told) {

  public static final JourneyState BEGINNING =
      new JourneyState(null, Instant.EPOCH, null, null, List.of(), false, null, false);

  public JourneyState {
    reached = List.copyOf(reached);
  }

  boolean has(String milestone) {
    return reached.stream().anyMatch(one -> one.key().equals(milestone));
  }

  JourneyState with(List<Reached> more) {
    return new JourneyState(
        stage,
        since,
        doubtedSince,
        begins,
        Stream.concat(reached.stream(), more.stream()).toList(),
        lookedBack,
        day90,
        day90Told);
  }

  JourneyState beginning(LocalDate first) {
    return new JourneyState(
        stage, since, doubtedSince, first, reached, lookedBack, day90, day90Told);
  }

  JourneyState entering(Stage next, Instant at) {
    return new JourneyState(next, at, null, begins, reached, lookedBack, day90, day90Told);
  }

  JourneyState doubted(@Nullable Instant from) {
    return new JourneyState(stage, since, from, begins, reached, lookedBack, day90, day90Told);
  }

  JourneyState lookedAt(boolean back, @Nullable BigDecimal score, boolean told) {
    return new JourneyState(stage, since, doubtedSince, begins, reached, back, score, told);
  }
}
