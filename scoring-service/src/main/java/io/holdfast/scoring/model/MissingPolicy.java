package io.holdfast.scoring.model;

import java.math.BigDecimal;

/** What a signal without data does to the score. */
public sealed interface MissingPolicy {

  MissingPolicy REDISTRIBUTE = new Redistribute();

  /** As documents name it. */
  String key();

  /** Its weight goes to the others. */
  record Redistribute() implements MissingPolicy {

    @Override
    public String key() {
      return "redistribute";
    }
  }

  /**
   * It keeps its weight and counts with a score of the model's. That is no data: coverage is what
   * it would be without.
   *
   * @param score 0 to 100
   */
  record Penalise(BigDecimal score) implements MissingPolicy {

    public Penalise {
      if (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("A score is from 0 to 100, not " + score);
      }
    }

    @Override
    public String key() {
      return "penalise";
    }
  }

  /** Its last reading stands in for so many days; then its weight goes to the others. */
  record Carry(int days) implements MissingPolicy {

    public Carry {
      if (days < 1) {
        throw new IllegalArgumentException("A reading is carried for a day at least, not " + days);
      }
    }

    @Override
    public String key() {
      return "carry";
    }
  }
}
