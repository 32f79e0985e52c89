package io.holdfast.scoring.persistence;

import io.holdfast.scoring.picture.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How meetings, answers and whatever was noted were kept before each was a kind of its own. */
record EarlierInteraction(Instant happenedAt, String kind, @Nullable String label) {

  Fact fact() {
    return switch (kind) {
      case "meeting" -> new Fact.Meeting(happenedAt, label, null);
      case "survey" -> answer(label == null ? "" : label);
      default -> new Fact.Noted(happenedAt, kind, label);
    };
  }

  /** The label was the survey's name, and its score if it had one: {@code NPS 6}. */
  private Fact answer(String label) {
    String[] words = label.toLowerCase(Locale.ROOT).split(" ");
    return new Fact.SurveyAnswer(
        happenedAt, words[0], words.length < 2 ? null : new BigDecimal(words[1]), null);
  }
}
