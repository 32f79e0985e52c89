package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.AlertState;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.alert.Warning;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the parts of an alert's row. */
final class AlertRows {

  static final String COLUMNS =
      """
      a.alert_id, a.account_id, a.kind, a.play_key, a.severity, a.state, a.title,
      a.reasons::text as reasons, a.band, a.previous_band, a.score, a.since, a.from_history,
      a.opened_at, a.muted_by, a.closed_at, a.verdict
      """;

  private final JsonMapper json;

  AlertRows(JsonMapper json) {
    this.json = json;
  }

  private record ReasonRow(
      String signal,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable BigDecimal baseline,
      String sentence,
      @Nullable String about) {

    static ReasonRow of(Reason reason) {
      return new ReasonRow(
          reason.signal(),
          reason.value(),
          reason.unit(),
          reason.baseline(),
          reason.sentence(),
          reason.about());
    }

    Reason toDomain() {
      return new Reason(signal, value, unit, baseline, sentence, about);
    }
  }

  String reasons(List<Reason> reasons) {
    return json.writeValueAsString(reasons.stream().map(ReasonRow::of).toList());
  }

  Alert read(Readable row) {
    Warning warning =
        new Warning(
            need(row, "account_id", String.class),
            AlertKind.of(need(row, "kind", String.class)),
            need(row, "play_key", String.class),
            Severity.of(need(row, "severity", String.class)),
            need(row, "title", String.class),
            reasons(need(row, "reasons", String.class)),
            band(row.get("band", String.class)),
            band(row.get("previous_band", String.class)),
            row.get("score", BigDecimal.class),
            need(row, "since", Instant.class),
            need(row, "from_history", Boolean.class));
    String verdict = row.get("verdict", String.class);
    return new Alert(
        need(row, "alert_id", UUID.class),
        warning,
        AlertState.of(need(row, "state", String.class)),
        need(row, "opened_at", Instant.class),
        row.get("muted_by", UUID.class),
        row.get("closed_at", Instant.class),
        verdict == null ? null : Verdict.of(verdict).orElseThrow());
  }

  private List<Reason> reasons(String text) {
    return Arrays.stream(json.readValue(text, ReasonRow[].class)).map(ReasonRow::toDomain).toList();
  }

  private static @Nullable Band band(@Nullable String code) {
    return code == null ? null : Band.of(code);
  }
}
