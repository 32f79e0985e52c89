package io.holdfast.notification.writing;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.Notice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of outgoing webhooks: {@code {type, timestamp, data}} as Standard Webhooks has it. */
final class WebhookWriter {

  private WebhookWriter() {}

  static Map<String, Object> one(Notice notice) {
    return envelope(notice.event(), notice.at(), alert(notice));
  }

  static Map<String, Object> digest(DigestNotice digest) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("alerts", digest.notices().stream().map(WebhookWriter::alert).toList());
    data.put("link", digest.link().toString());
    return envelope(Notice.DIGEST, digest.at(), data);
  }

  static Map<String, Object> fleet(FleetNotice notice) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", notice.from().toString());
    data.put("through", notice.through().toString());
    data.put("title", notice.subject());
    data.put("text", String.join(" ", notice.sentences()));
    data.put("link", notice.link().toString());
    return envelope(notice.event(), notice.at(), data);
  }

  static Map<String, Object> test(String channel, Instant at) {
    return envelope(Notice.TEST, at, Map.of("channel", channel));
  }

  private static Map<String, Object> envelope(String type, Instant at, Map<String, ?> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("timestamp", at.toString());
    body.put("data", data);
    return body;
  }

  private static Map<String, @Nullable Object> alert(Notice notice) {
    Alert alert = notice.alert();
    Warning warning = alert.warning();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("alertId", alert.id().toString());
    data.put("kind", warning.kind().code());
    data.put("play", warning.play());
    data.put("severity", warning.severity().code());
    data.put("state", alert.state().code());
    data.put("accountId", warning.accountId());
    data.put("accountName", notice.accountName());
    data.put("band", code(warning.band()));
    data.put("previousBand", code(warning.previousBand()));
    data.put("score", warning.score());
    data.put("title", warning.title());
    data.put("reasons", reasons(warning.reasons()));
    data.put("since", warning.since().toString());
    Verdict verdict = alert.verdict();
    if (verdict != null) {
      data.put("verdict", verdict.code());
    }
    data.put("link", notice.link().toString());
    return data;
  }

  private static List<Map<String, @Nullable Object>> reasons(List<Reason> reasons) {
    return reasons.stream().map(WebhookWriter::reason).toList();
  }

  private static Map<String, @Nullable Object> reason(Reason reason) {
    Map<String, @Nullable Object> written = new LinkedHashMap<>();
    written.put("signal", reason.signal());
    written.put("value", plain(reason.value()));
    written.put("unit", reason.unit());
    written.put("baseline", plain(reason.baseline()));
    reason.changePercent().ifPresent(percent -> written.put("changePercent", percent));
    written.put("sentence", reason.sentence());
    if (reason.about() != null) {
      written.put("about", reason.about());
    }
    return written;
  }

  /** 40, not 4E+1 or 40.0. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static @Nullable String code(@Nullable Band band) {
    return band == null ? null : band.code();
  }
}
