package io.holdfast.scoring.picture;

import io.holdfast.scoring.picture.Fact.Meeting;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.Fact.SurveyAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something between the account and us, as it is told among others.
 *
 * @param kind meeting, survey, or the type that was noted
 * @param label what more is known of it in a few words
 */
public record Interaction(Instant happenedAt, String kind, @Nullable String label) {

  static Interaction of(Meeting meeting) {
    return new Interaction(meeting.heldAt(), "meeting", meeting.kind());
  }

  /** {@code NPS 6}. */
  static Interaction of(SurveyAnswer answer) {
    String survey = answer.survey();
    String name = survey.equals("exit") ? survey : survey.toUpperCase(Locale.ROOT);
    BigDecimal score = answer.score();
    return new Interaction(
        answer.answeredAt(), "survey", score == null ? name : name + " " + score.toPlainString());
  }

  static Interaction of(Noted noted) {
    String amount =
        Stream.of(noted.value() == null ? "" : noted.value().toPlainString(), words(noted.unit()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String label =
        Stream.of(words(noted.text()), amount)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new Interaction(noted.happenedAt(), noted.type(), label.isEmpty() ? null : label);
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }
}
