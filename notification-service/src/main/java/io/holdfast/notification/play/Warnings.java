package io.holdfast.notification.play;

import io.holdfast.notification.alert.Money;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.play.Happening.FactHappened;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a happening into the words of a warning: the specific fact first. */
final class Warnings {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Warnings() {}

  static Warning about(Play play, Happening happening) {
    return switch (happening) {
      case BandCrossed crossed -> aboutBand(play, crossed);
      case FactHappened fact -> aboutFact(play, fact);
    };
  }

  private static Warning aboutBand(Play play, BandCrossed crossed) {
    String drop =
        specific(crossed.reasons())
            .map(Reason::headline)
            .map(Warnings::withoutFullStop)
            .map(headline -> headline + ", ")
            .orElse("Health ");
    return new Warning(
        crossed.accountId(),
        play.kind(),
        play.key(),
        Severity.of(crossed.to()),
        drop + "now " + crossed.to().words(),
        crossed.reasons(),
        crossed.to(),
        crossed.from(),
        crossed.score(),
        crossed.at(),
        crossed.learntFromHistory());
  }

  /**
   * The worst reason; but a drop counted in people or uses says more than the same drop as a share.
   */
  private static Optional<Reason> specific(List<Reason> reasons) {
    Optional<Reason> worst = reasons.stream().findFirst();
    return worst
        .filter(Reason::isShare)
        .flatMap(Reason::change)
        .flatMap(
            change ->
                reasons.stream()
                    .filter(reason -> !reason.isShare() && reason.droppedBy(change.negate()))
                    .findFirst())
        .or(() -> worst);
  }

  private static Warning aboutFact(Play play, FactHappened fact) {
    String title = titleOf(fact);
    Reason reason =
        new Reason(
            fact.type(),
            number(fact.value()),
            fact.unit(),
            null,
            title + " on " + DAY.format(fact.at()),
            fact.about());
    return new Warning(
        fact.accountId(),
        play.kind(),
        play.key(),
        Severity.WARNING,
        title,
        List.of(reason),
        null,
        null,
        null,
        fact.at(),
        fact.loaded());
  }

  private static String titleOf(FactHappened fact) {
    if (fact.type().equals("charge_failed")) {
      BigDecimal amount = number(fact.value());
      String of = amount == null ? "" : " of " + words(amount, fact.unit());
      String invoice = fact.about() == null ? "" : " for invoice " + fact.about();
      return "Payment" + of + " failed" + invoice;
    }
    String words = fact.type().replace('_', ' ').replace('.', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String words(BigDecimal amount, @Nullable String unit) {
    return Money.of(amount, unit)
        .map(Money::words)
        .orElseGet(() -> amount.toPlainString() + (unit == null ? "" : " " + unit));
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    if (text == null || !text.matches("-?\\d{1,18}(\\.\\d{1,12})?")) {
      return null;
    }
    return new BigDecimal(text);
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
