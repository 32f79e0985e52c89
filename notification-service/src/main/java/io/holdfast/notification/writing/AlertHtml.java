package io.holdfast.notification.writing;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.notice.Notice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail of one alert: what happened in one large figure, why, and where to go. */
final class AlertHtml {

  private static final int MOST_REASONS = 6;

  private AlertHtml() {}

  static String of(Notice notice, String subject) {
    Alert alert = notice.alert();
    Warning warning = alert.warning();
    StringBuilder html = new StringBuilder();
    html.append("<p style=\"margin:0 0 12px;\">").append(chip(notice)).append("</p>");
    html.append(MailHtml.heading(notice.accountName()));
    Optional<Reason> told = told(warning);
    html.append(
        told.filter(AlertHtml::isFigure)
            .map(AlertHtml::figure)
            .orElseGet(
                () -> MailHtml.paragraph(told.map(Reason::sentence).orElse(warning.title()))));
    String standing = MailWriter.standing(alert);
    if (!standing.isEmpty()) {
      html.append(MailHtml.paragraph(standing + "."));
    }
    html.append(
        reasons(
            warning.reasons().stream()
                .filter(reason -> isFigure(reason) || !told.equals(Optional.of(reason)))
                .toList()));
    html.append(MailHtml.button("Open " + notice.accountName(), notice.link()));
    html.append(MailHtml.small(MailWriter.why(notice)));
    return MailHtml.page(subject, html.toString());
  }

  private static String chip(Notice notice) {
    Warning warning = notice.alert().warning();
    Band band = warning.band();
    if (notice.event().equals(Notice.CLOSED)) {
      return MailHtml.chip("unknown", "Closed");
    }
    if (band != null) {
      return MailHtml.chip(band.code(), band.label());
    }
    return MailHtml.chip("payment", warning.kind() == AlertKind.INVOLUNTARY ? "Payment" : "Alert");
  }

  /** The reason that the title names. */
  private static Optional<Reason> told(Warning warning) {
    return warning.reasons().stream()
        .filter(
            reason ->
                warning.title().startsWith(reason.headline())
                    || reason.sentence().startsWith(warning.title()))
        .findFirst();
  }

  private static boolean isFigure(Reason reason) {
    return reason.changePercent().isPresent() && !reason.isShare();
  }

  private static String figure(Reason reason) {
    return """
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0 0;"><tr>
    <td class="ink" style="font-size:40px;line-height:44px;font-weight:600;letter-spacing:-.035em;color:#17181b;padding-right:14px;">%s</td>
    <td style="vertical-align:bottom;padding-bottom:4px;">
    <span class="ink2" style="font-size:15px;line-height:20px;color:#4f525a;">against %s&ensp;</span><span class="ink" style="font-size:15px;line-height:20px;font-weight:600;color:#17181b;">%s</span><br>
    <span class="ink3" style="font-size:12px;line-height:16px;color:#666a73;">%s</span></td>
    </tr></table>
    """
        .formatted(
            number(reason.value()),
            number(reason.baseline()),
            reason.changePercent().map(Reason::signed).orElse(""),
            MailHtml.escape(reason.name()));
  }

  private static String number(@Nullable BigDecimal value) {
    return value == null
        ? ""
        : value
            .setScale(Math.min(value.scale(), 1), RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  private static String reasons(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return "";
    }
    StringBuilder rows = new StringBuilder();
    for (Reason reason : reasons.stream().limit(MOST_REASONS).toList()) {
      rows.append(
          "<tr><td class=\"ink line\" style=\"padding:9px 0;border-top:1px solid"
              + " #e8e8eb;font-size:13px;line-height:20px;color:#17181b;\">"
              + MailHtml.escape(reason.sentence())
              + "</td></tr>");
    }
    return "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
        + " style=\"margin:20px 0 0;\">"
        + rows
        + "</table>";
  }
}
