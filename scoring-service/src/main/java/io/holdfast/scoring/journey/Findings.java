package io.holdfast.scoring.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account shows at an instant.
 *
 * @param dayZero its first paid day; null before
 * @param begins day 0, else the day it was first seen
 * @param met keys of milestones whose criterion is met
 * @param told milestones that somebody noted
 * @param mature whether it shows all that a mature account does
 */
public record Findings(
    Instant at,
    LocalDate day,
    @Nullable LocalDate dayZero,
    LocalDate begins,
    List<String> met,
    List<Reached> told,
    List<Checked> mature,
    StakeholderCover stakeholders,
    CompetitorWatch competitors,
    ExpansionReadiness expansion,
    boolean atRisk) {

  public Findings {
    met = List.copyOf(met);
    told = List.copyOf(told);
    mature = List.copyOf(mature);
  }

  /** Days since it began. */
  public long age() {
    return day.toEpochDay() - begins.toEpochDay();
  }

  /** Days since day 0; null while there is none. */
  static @Nullable Long daysSince(@Nullable LocalDate dayZero, LocalDate day) {
    return dayZero == null ? null : day.toEpochDay() - dayZero.toEpochDay();
  }
}
