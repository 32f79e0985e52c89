package io.holdfast.notification.notice;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What is to be said about a silence of most of the tenant's accounts together. It is about no
 * account, so it is no alert: nobody takes it over or judges it.
 *
 * @param event {@link #SILENT} or {@link #OVER}
 * @param subject what happened, standing alone
 * @param sentences what Holdfast does, and what there is to do
 * @param link the portfolio in the console
 */
public record FleetNotice(
    String event,
    LocalDate from,
    LocalDate through,
    String subject,
    List<String> sentences,
    URI link,
    Instant at) {

  public static final String SILENT = "fleet.silent";
  public static final String OVER = "fleet.silence_over";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  public FleetNotice {
    sentences = List.copyOf(sentences);
  }

  /**
   * @param expected accounts that use the product on such a day
   * @param silent those of them that did not
   * @param heldUntil from this day on worse bands are taken again
   * @param holiday whether the days are holidays of the tenant
   */
  public record Silence(
      LocalDate from,
      LocalDate through,
      int expected,
      int silent,
      LocalDate heldUntil,
      boolean holiday) {}

  public static FleetNotice silent(Silence silence, URI portfolio, Instant at) {
    String days = days(silence.from(), silence.through());
    return new FleetNotice(
        SILENT,
        silence.from(),
        silence.through(),
        "%d of %d accounts did not use the product %s"
            .formatted(silence.silent(), silence.expected(), days),
        List.of(
            ("These accounts use the product on such a day. That most of them stopped together is"
                    + " not taken for trouble of each: until %s their bands get no worse, and"
                    + " nobody is alarmed about them. Scores are shown as they are.")
                .formatted(DAY.format(silence.heldUntil())),
            silence.holiday()
                ? "It is a holiday of your calendar: there is nothing to do."
                : "Look whether events arrive: the sources and their last events stand under"
                    + " Sources, what was refused in quarantine. Was it a holiday, enter it in the"
                    + " tenant's calendar. Events that come later are counted for the day they"
                    + " happened on."),
        portfolio,
        at);
  }

  /**
   * @param filled whether the use came after all
   */
  public static FleetNotice over(
      LocalDate from, LocalDate through, boolean filled, URI portfolio, Instant at) {
    return new FleetNotice(
        OVER,
        from,
        through,
        filled
            ? "The missing use %s has come".formatted(days(from, through))
            : "The silence of the accounts %s is over".formatted(days(from, through)),
        List.of(
            filled
                ? "The events arrived late and count for the days they happened on. Bands follow"
                    + " the scores again; nobody was alarmed for nothing."
                : "Bands follow the scores again. Accounts that are still silent get the band their"
                    + " score calls for, and are told of as ever."),
        portfolio,
        at);
  }

  private static String days(LocalDate from, LocalDate through) {
    return from.equals(through)
        ? "on " + DAY.format(from)
        : "from %s to %s".formatted(DAY.format(from), DAY.format(through));
  }
}
