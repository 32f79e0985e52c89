package io.holdfast.scoring.change;

import io.holdfast.scoring.health.Apportionment;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What made the score of an account another one between two instants. The parts' points sum to the
 * change exactly, in hundredths.
 *
 * @param change null when the account had no score at one of the instants
 * @param parts those that moved the score, furthest first
 */
public record ScoreChange(
    Assessment before, Assessment after, @Nullable BigDecimal change, List<Part> parts) {

  public ScoreChange {
    parts = List.copyOf(parts);
  }

  /** Why a part moved the score. */
  public enum Kind {
    /** The signal's score changed. */
    SIGNAL,
    /** The signal came to have data, or has none any more, whatever counts instead. */
    MISSING_DATA,
    /** A person's judgement came in the place of the computed score, or went. */
    OVERRIDE,
    /** Another model scored. */
    MODEL_VERSION,
    /** What was known of the first instant changed since. */
    LATE_KNOWLEDGE
  }

  /**
   * @param key of the signal; for a part of another kind the kind's own
   * @param points added to the score, negative when taken from it
   */
  public record Part(String key, String name, Kind kind, BigDecimal points, String sentence) {}

  /** Between two healths by one model. */
  public static ScoreChange between(Assessment before, Assessment after) {
    return between(before, before, before, after);
  }

  /**
   * Between the health as it was shown at the first instant and as it was shown at the second.
   *
   * @param before as known then, by the model in force then
   * @param knownLater the same instant as known at the second, by the first model
   * @param byLaterModel the same, by the model of the second
   */
  public static ScoreChange between(
      Assessment before, Assessment knownLater, Assessment byLaterModel, Assessment after) {
    if (!before.isScored() || !after.isScored()) {
      return new ScoreChange(before, after, null, List.of());
    }
    BigDecimal change = rise(before, after);
    List<Part> parts = new ArrayList<>();
    if (before.isComputed() && after.isComputed()) {
      parts.add(override(before, after, after.overridePoints().subtract(before.overridePoints())));
      parts.addAll(computed(before, knownLater, byLaterModel, after));
    } else {
      parts.add(override(before, after, change));
    }
    parts.removeIf(part -> part.points().signum() == 0);
    parts.sort(
        Comparator.comparing((Part part) -> part.points().abs())
            .reversed()
            .thenComparing(Part::kind)
            .thenComparing(Part::key));
    return new ScoreChange(before, after, change, parts);
  }

  private static List<Part> computed(
      Assessment before, Assessment knownLater, Assessment byLaterModel, Assessment after) {
    List<Part> parts = new ArrayList<>();
    if (knownLater.isComputed() && byLaterModel.isComputed()) {
      parts.add(knowledge(before.health().at(), computedRise(before, knownLater)));
      parts.add(model(before, after, computedRise(knownLater, byLaterModel)));
      parts.addAll(drift(byLaterModel, after));
    } else {
      BigDecimal whole = computedRise(before, after);
      boolean sameModel = before.model().id().equals(after.model().id());
      parts.add(sameModel ? knowledge(before.health().at(), whole) : model(before, after, whole));
    }
    return parts;
  }

  private static Part override(Assessment before, Assessment after, BigDecimal points) {
    return new Part(
        Health.OVERRIDE,
        "Override",
        Kind.OVERRIDE,
        points,
        "Now %s; before: %s".formatted(after.overrideSentence(), before.overrideSentence()));
  }

  private static BigDecimal computedRise(Assessment one, Assessment other) {
    return Objects.requireNonNull(other.health().computedScore())
        .subtract(Objects.requireNonNull(one.health().computedScore()));
  }

  private static BigDecimal rise(Assessment one, Assessment other) {
    return score(other).subtract(score(one));
  }

  private static BigDecimal score(Assessment assessment) {
    return Objects.requireNonNull(assessment.health().score());
  }

  private static Part knowledge(Instant at, BigDecimal points) {
    return new Part(
        "late_knowledge",
        "Known later",
        Kind.LATE_KNOWLEDGE,
        points,
        "What became known later about the time before %s".formatted(at));
  }

  private static Part model(Assessment before, Assessment after, BigDecimal points) {
    return new Part(
        "model_version",
        "Scoring model",
        Kind.MODEL_VERSION,
        points,
        "Scored by %s instead of %s".formatted(after.model().id(), before.model().id()));
  }

  private static List<Part> drift(Assessment before, Assessment after) {
    Drift drift = Drift.between(before.scores(), after.scores(), new WeightedMean(after.model()));
    Map<String, BigDecimal> exact = new TreeMap<>(drift.moved());
    exact.putAll(drift.cameOrWent());
    List<String> keys = List.copyOf(exact.keySet());
    List<BigDecimal> points =
        Apportionment.of(computedRise(before, after), keys.stream().map(exact::get).toList());
    Map<String, SignalHealth> then = before.signals();
    Map<String, SignalHealth> now = after.signals();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      parts.add(part(then.get(keys.get(i)), now.get(keys.get(i)), points.get(i), after));
    }
    return parts;
  }

  private static Part part(
      @Nullable SignalHealth then,
      @Nullable SignalHealth now,
      BigDecimal points,
      Assessment after) {
    if (then != null && now != null) {
      return new Part(
          now.key(),
          now.name(),
          hasData(then) && hasData(now) ? Kind.SIGNAL : Kind.MISSING_DATA,
          points,
          "%s: %s; before: %s".formatted(now.name(), counted(now), counted(then)));
    }
    if (now != null) {
      return new Part(
          now.key(),
          now.name(),
          Kind.MISSING_DATA,
          points,
          hasData(now)
              ? "%s has data now: %s".formatted(now.name(), counted(now))
              : "%s counts now: %s".formatted(now.name(), counted(now)));
    }
    SignalHealth gone = Objects.requireNonNull(then);
    String why =
        after.health().missing().stream()
            .filter(signal -> signal.key().equals(gone.key()))
            .map(signal -> signal.why())
            .findFirst()
            .orElse("no data");
    return new Part(
        gone.key(),
        gone.name(),
        Kind.MISSING_DATA,
        points,
        "%s has no data any more (%s), its weight went to the others; before: %s"
            .formatted(gone.name(), why, counted(gone)));
  }

  private static boolean hasData(SignalHealth signal) {
    return signal.reading() instanceof Measured;
  }

  private static String counted(SignalHealth signal) {
    return switch (signal.reading()) {
      case Measured reading -> reading.gist();
      case Missing none ->
          "no data (%s), which counts as %s of 100"
              .formatted(none.why(), signal.score().stripTrailingZeros().toPlainString());
    };
  }

  /** The change for people, with the parts that made most of it. */
  public String sentence() {
    if (change == null) {
      return "%s: too little was known for a score %s"
          .formatted("No change can be given", before.isScored() ? "at the end" : "at the start");
    }
    if (change.signum() == 0) {
      return parts.isEmpty()
          ? "The score stayed at %s".formatted(score(after))
          : "The score stayed at %s: what moved it made up for each other".formatted(score(after));
    }
    String most =
        parts.stream()
            .filter(part -> part.points().signum() == change.signum())
            .limit(3)
            .map(part -> "%s %s".formatted(part.name(), signed(part.points())))
            .collect(Collectors.joining(", "));
    return "The score %s by %s from %s to %s, mostly: %s"
        .formatted(
            change.signum() < 0 ? "fell" : "rose", change.abs(), score(before), score(after), most);
  }

  private static String signed(BigDecimal points) {
    return (points.signum() < 0 ? "−" : "+") + points.abs();
  }
}
