package io.holdfast.notification.notice;

import io.holdfast.notification.alert.AlertKind;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Several alerts told together, the most severe first.
 *
 * @param link the list of alerts in the console
 */
public record DigestNotice(List<Notice> notices, URI link, Instant at) {

  public DigestNotice {
    notices =
        notices.stream()
            .sorted(
                Comparator.comparing((Notice notice) -> notice.alert().warning().severity())
                    .reversed()
                    .thenComparing(Notice::accountName))
            .toList();
    if (notices.isEmpty()) {
      throw new IllegalArgumentException("A digest has something to say");
    }
  }

  /** "12 accounts need attention: 3 critical, 9 at risk". */
  public String subject() {
    long critical = count("critical");
    long atRisk = count("at_risk");
    long payments = notices.stream().filter(DigestNotice::isOfAPayment).count();
    long others = notices.size() - critical - atRisk - payments;
    StringBuilder parts = new StringBuilder();
    append(parts, critical, "critical");
    append(parts, atRisk, "at risk");
    append(parts, others, "to watch");
    append(parts, payments, payments == 1 ? "failed payment" : "failed payments");
    long accounts = notices.stream().map(notice -> notice.alert().accountId()).distinct().count();
    return (accounts == 1 ? "1 account needs" : accounts + " accounts need")
        + " attention: "
        + parts;
  }

  private static boolean isOfAPayment(Notice notice) {
    return notice.alert().kind() == AlertKind.INVOLUNTARY;
  }

  private long count(String band) {
    return notices.stream()
        .filter(notice -> !isOfAPayment(notice))
        .map(notice -> notice.alert().warning().band())
        .filter(at -> at != null && at.code().equals(band))
        .count();
  }

  private static void append(StringBuilder parts, long count, String word) {
    if (count > 0) {
      parts.append(parts.isEmpty() ? "" : ", ").append(count).append(' ').append(word);
    }
  }
}
