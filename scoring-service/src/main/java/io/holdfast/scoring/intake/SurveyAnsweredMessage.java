package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record SurveyAnsweredMessage(
    String responseId,
    String accountId,
    String kind,
    @Nullable String score,
    Instant answeredAt,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.survey-answered.v1";

  @Override
  public String key() {
    return "survey " + responseId;
  }

  @Override
  public Fact toDomain() {
    return new Fact.Interaction(answeredAt, "survey", label());
  }

  /** {@code NPS 6}. */
  private String label() {
    String name = kind.equals("exit") ? kind : kind.toUpperCase(Locale.ROOT);
    return score == null ? name : name + " " + score;
  }

  @Override
  public Instant newestAt() {
    return answeredAt;
  }
}
