package io.holdfast.notification.writing;

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
    Warning warning = notice.alert().warning();
    Optional<Reason> told = told(warning);
    StringBuilder html = new StringBuilder();
    html.append("<p style=\"margin:0 0 12px;\">").append(chip(notice)).append("</p>");
    html.append(MailHtml.heading(notice.accountName()));
    if (notice.alert().isOpen()) {
      told.flatMap(AlertHtml::figure).ifPresent(html::append);
    }
    html.append(MailHtml.paragraph(lead(notice, told)));
    html.append(reasons(rows(notice, told)));
    html.append(MailHtml.button("Open " + notice.accountName(), notice.link()));
    html.append(MailHtml.small(MailWriter.why(notice)));
    return MailHtml.page(subject, html.toString());
  }

  private static String chip(Notice notice) {
    Warning warning = notice.alert().warning();
    Band band = warning.band();
    if (!notice.alert().isOpen()) {
      return MailHtml.chip("closed", "Closed");
    }
    if (band != null) {
      return MailHtml.chip(band.code(), band.label());
    }
    return warning.kind() == AlertKind.INVOLUNTARY
        ? MailHtml.chip("payment", "Payment failed")
        : MailHtml.chip("unknown", "Alert");
  }

  /** The sentence below the name: how the account stands, or what happened to it. */
  private static String lead(Notice notice, Optional<Reason> told) {
    String standing = MailWriter.standing(notice.alert());
    return standing.isEmpty()
        ? told.map(Reason::sentence).orElse(notice.alert().warning().title()) + "."
        : standing + ".";
  }

  /** Every reason, without the one that the lead has said in full. */
  private static List<Reason> rows(Notice notice, Optional<Reason> told) {
    boolean said = MailWriter.standing(notice.alert()).isEmpty();
    return notice.alert().warning().reasons().stream()
        .filter(reason -> !said || !told.equals(Optional.of(reason)))
        .limit(MOST_REASONS)
        .toList();
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

  /** What can be said in one number is said in one large number. */
  private static Optional<String> figure(Reason reason) {
    if (reason.money().isPresent()) {
      return reason
          .money()
          .map(
              money ->
                  MailHtml.figure(
                      money.words(),
                      MailHtml.beside("not paid"),
                      reason.about() == null ? "" : "Invoice " + reason.about()));
    }
    return reason.isShare()
        ? Optional.empty()
        : reason
            .changePercent()
            .map(
                percent ->
                    MailHtml.figure(
                        number(reason.value()),
                        MailHtml.beside("against " + number(reason.baseline()) + " ")
                            + MailHtml.change(Reason.signed(percent), percent < 0),
                        reason.name()));
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
    for (Reason reason : reasons) {
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
