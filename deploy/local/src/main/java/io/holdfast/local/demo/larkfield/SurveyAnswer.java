package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;

/** An answer to a survey. */
record SurveyAnswer(
    String id, String account, String kind, int score, LocalDate answeredOn, String contact)
    implements Row {

  @Override
  public String csv() {
    return Row.line(id, account, kind, score, answeredOn, contact);
  }

  @Override
  public LocalDate latest() {
    return answeredOn;
  }
}
