package io.holdfast.notification.writing;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.delivery.Mail;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.Notice;
import java.math.BigDecimal;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Mails: the subject says it all, the text is for every reader, the HTML for those who show it. */
final class MailWriter {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private MailWriter() {}

  static Mail one(Notice notice) {
    String subject = (notice.event().equals(Notice.CLOSED) ? "Closed: " : "") + notice.subject();
    StringBuilder text = new StringBuilder(subject).append("\n\n");
    String standing = standing(notice.alert());
    if (!standing.isEmpty()) {
      text.append(standing).append(".\n\n");
    }
    for (Reason reason : notice.alert().warning().reasons()) {
      text.append("- ").append(reason.sentence()).append('\n');
    }
    text.append("\nOpen ").append(notice.accountName()).append(":\n").append(notice.link());
    text.append("\n\n-- \n").append(why(notice)).append('\n');
    return new Mail(oneLine(subject), text.toString(), AlertHtml.of(notice, subject));
  }

  static Mail digest(DigestNotice digest) {
    StringBuilder text = new StringBuilder(digest.subject()).append("\n\n");
    for (Notice notice : digest.notices()) {
      text.append("- ").append(notice.subject()).append("\n  ").append(notice.link()).append('\n');
    }
    text.append("\nAll alerts:\n").append(digest.link());
    text.append("\n\n-- \n").append(DIGEST_WHY).append('\n');
    return new Mail(oneLine(digest.subject()), text.toString(), DigestHtml.of(digest));
  }

  static Mail fleet(FleetNotice notice) {
    String text =
        String.join("\n\n", notice.sentences()) + "\n\nOpen the portfolio:\n" + notice.link();
    String paragraphs =
        notice.sentences().stream().map(MailHtml::paragraph).collect(Collectors.joining());
    return new Mail(
        oneLine(notice.subject()),
        notice.subject() + "\n\n" + text + "\n\n-- \n" + FLEET_WHY + "\n",
        MailHtml.page(
            notice.subject(),
            MailHtml.heading(notice.subject())
                + paragraphs
                + MailHtml.button("Open the portfolio", notice.link())
                + MailHtml.small(FLEET_WHY)));
  }

  static Mail test(String channel, URI console) {
    String subject = "Test message of the channel “" + channel + "”";
    String words = "This channel works. Alerts will arrive here.";
    return new Mail(
        oneLine(subject),
        words + "\n\n" + console + "\n",
        MailHtml.page(subject, MailHtml.paragraph(words)));
  }

  private static final String FLEET_WHY =
      "Sent once to managers and administrators, instead of an alarm for each account.";

  static final String DIGEST_WHY =
      "Loaded or late data brought these up together, so they come as one message.";

  /**
   * "Health score 51.8, at risk, was healthy"; of a closed alert, why it is closed; empty for an
   * open one that is not about health.
   */
  static String standing(Alert alert) {
    Warning warning = alert.warning();
    if (alert.closedAt() != null) {
      return "Closed on " + DAY.format(alert.closedAt()) + ": " + because(alert);
    }
    Band band = warning.band();
    if (band == null) {
      return "";
    }
    BigDecimal score = warning.score();
    Band before = warning.previousBand();
    return (score == null
            ? "Now "
            : "Health score " + score.stripTrailingZeros().toPlainString() + ", ")
        + band.words()
        + (before == null ? "" : ", was " + before.words());
  }

  private static String because(Alert alert) {
    Verdict verdict = alert.verdict();
    if (verdict == null) {
      return alert.kind() == AlertKind.INVOLUNTARY
          ? "the payment was recovered"
          : "the account is healthy again";
    }
    return switch (verdict) {
      case TRUE -> "judged a true warning";
      case FALSE -> "judged a false alarm";
      case TOO_LATE -> "judged true, but too late to act";
    };
  }

  static String why(Notice notice) {
    String owner =
        notice
            .owner()
            .map(address -> "Owner: " + address.value())
            .orElse("This account has no owner");
    return owner + ". Sent by the play " + notice.alert().warning().play() + ".";
  }

  /** No header can hold a line break. */
  private static String oneLine(String subject) {
    return subject.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
