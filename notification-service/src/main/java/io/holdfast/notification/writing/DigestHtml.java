package io.holdfast.notification.writing;

import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.Notice;

/** The mail of many alerts: one row each, the most severe first. */
final class DigestHtml {

  private static final int MOST_ROWS = 100;

  private DigestHtml() {}

  static String of(DigestNotice digest) {
    StringBuilder rows = new StringBuilder();
    digest.notices().stream().limit(MOST_ROWS).forEach(notice -> rows.append(row(notice)));
    int more = digest.notices().size() - MOST_ROWS;
    String content =
        MailHtml.heading(digest.subject())
            + "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
            + " style=\"margin:20px 0 0;\">"
            + rows
            + "</table>"
            + MailHtml.button(
                more > 0 ? "See these and " + more + " more" : "See all alerts", digest.link())
            + MailHtml.small(MailWriter.DIGEST_WHY);
    return MailHtml.page(digest.subject(), content);
  }

  private static String row(Notice notice) {
    Warning warning = notice.alert().warning();
    Band band = warning.band();
    String chip =
        band == null
            ? MailHtml.chip("payment", "Payment")
            : MailHtml.chip(band.code(), band.label());
    return """
    <tr><td class="line" style="padding:10px 12px 10px 0;border-top:1px solid #e8e8eb;vertical-align:top;">
    <a class="ink" href="%s" style="font-size:13px;line-height:20px;font-weight:600;color:#17181b;text-decoration:none;">%s</a><br>
    <span class="ink2" style="font-size:13px;line-height:20px;color:#4f525a;">%s</span></td>
    <td class="line" align="right" style="padding:10px 0;border-top:1px solid #e8e8eb;vertical-align:top;">%s</td></tr>
    """
        .formatted(
            MailHtml.escape(notice.link().toString()),
            MailHtml.escape(notice.accountName()),
            MailHtml.escape(warning.title()),
            chip);
  }
}
