package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record SurveyAnsweredMessage(
    String responseId,
    String accountId,
    String kind,
    @Nullable String score,
    Instant answeredAt,
    @Nullable String contactId,
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
    return new Fact.SurveyAnswer(
        answeredAt, kind, score == null ? null : new BigDecimal(score), contactId);
  }

  @Override
  public Instant newestAt() {
    return answeredAt;
  }
}
