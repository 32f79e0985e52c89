package io.holdfast.scoring.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What measuring a signal gave. */
public sealed interface Reading {

  /** In the signal's unit; null without data. */
  @Nullable BigDecimal value();

  /** What the account's own past lets expect, where the signal has one. */
  @Nullable BigDecimal baseline();

  /** The reading in a few words, for beside the signal's name. */
  String gist();

  /** The reading for people, standing alone. */
  String sentence();

  /** Null without data. */
  @Nullable Evidence evidence();

  /** The words are made when they are asked for: most readings are only scored. */
  non-sealed interface Measured extends Reading {

    @Override
    BigDecimal value();

    @Override
    default @Nullable BigDecimal baseline() {
      return null;
    }

    /** The number the signal's curve is drawn over. */
    default BigDecimal onCurve() {
      return value();
    }

    @Override
    default String gist() {
      return sentence();
    }

    @Override
    Evidence evidence();
  }

  /**
   * The last reading of a signal that has no data any more.
   *
   * @param on the day it is of
   * @param why there is none now
   */
  record Carried(Measured was, LocalDate on, String why) implements Measured {

    @Override
    public BigDecimal value() {
      return was.value();
    }

    @Override
    public @Nullable BigDecimal baseline() {
      return was.baseline();
    }

    @Override
    public BigDecimal onCurve() {
      return was.onCurve();
    }

    @Override
    public String gist() {
      return "%s, as on %s".formatted(was.gist(), on);
    }

    @Override
    public String sentence() {
      return "%s, as on %s: no data since (%s)".formatted(was.sentence(), on, why);
    }

    @Override
    public Evidence evidence() {
      return was.evidence();
    }
  }

  /** No data. */
  record Missing(String why) implements Reading {

    @Override
    public @Nullable BigDecimal value() {
      return null;
    }

    @Override
    public @Nullable BigDecimal baseline() {
      return null;
    }

    @Override
    public String gist() {
      return "no data: " + why;
    }

    @Override
    public String sentence() {
      return why + "; by this model that counts";
    }

    @Override
    public @Nullable Evidence evidence() {
      return null;
    }
  }
}
