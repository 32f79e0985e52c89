package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.SevereTickets;
import io.holdfast.scoring.model.Measure.Silence;
import io.holdfast.scoring.picture.Fact.Interaction;
import io.holdfast.scoring.picture.Fact.Ticket;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Signals of support and conversation. No ticket ever is zero tickets, not missing data. */
final class SupportReadings {

  private SupportReadings() {}

  static Reading severeTickets(SevereTickets measure, Moment moment) {
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    Instant start = moment.calendar().startOf(from);
    List<Named<Ticket>> severe =
        moment
            .picture()
            .tickets(moment.at())
            .filter(ticket -> !ticket.fact().openedAt().isBefore(start))
            .filter(ticket -> isSevere(ticket.fact(), measure))
            .sorted(Comparator.comparing((Named<Ticket> one) -> one.fact().openedAt()).reversed())
            .toList();
    List<Item> items =
        severe.stream()
            .map(ticket -> new Item(ticket.key(), openedOn(ticket, moment), BigDecimal.ONE))
            .toList();
    BigDecimal count = BigDecimal.valueOf(severe.size());
    String sentence =
        "%s in %d days"
            .formatted(
                severe.isEmpty()
                    ? "No high-severity ticket"
                    : Numbers.counted(
                        severe.size(), "high-severity ticket", "high-severity tickets"),
                measure.days());
    return new Measured(
        count, null, count, sentence, sentence, new Evidence(from, moment.day(), items));
  }

  private static boolean isSevere(Ticket ticket, SevereTickets measure) {
    return ticket.severity() != null && measure.severities().contains(ticket.severity());
  }

  private static LocalDate openedOn(Named<Ticket> ticket, Moment moment) {
    return moment.calendar().day(ticket.fact().openedAt());
  }

  static Reading silence(Silence measure, Moment moment) {
    Interaction last =
        Stream.concat(tickets(moment), moment.picture().interactions(moment.at()))
            .filter(one -> measure.interactions().contains(one.kind()))
            .max(Comparator.comparing(Interaction::happenedAt).thenComparing(Interaction::kind))
            .orElseGet(() -> new Interaction(firstSeen(moment), "first seen", null));
    LocalDate since = moment.calendar().day(last.happenedAt());
    long days = moment.day().toEpochDay() - since.toEpochDay();
    BigDecimal value = BigDecimal.valueOf(days);
    String sentence =
        last.kind().equals("first seen")
            ? "No interaction in %s since the account was first seen on %s"
                .formatted(Numbers.counted(days, "day", "days"), since)
            : "Last interaction %s ago: %s on %s"
                .formatted(Numbers.counted(days, "day", "days"), last.kind(), since);
    return new Measured(
        value,
        null,
        value,
        sentence,
        sentence,
        new Evidence(since, moment.day(), List.of(new Item(last.kind(), since, value))));
  }

  private static Stream<Interaction> tickets(Moment moment) {
    return moment
        .picture()
        .tickets(moment.at())
        .map(ticket -> new Interaction(ticket.fact().openedAt(), "ticket", null));
  }

  private static Instant firstSeen(Moment moment) {
    return Objects.requireNonNull(moment.picture().firstSeen());
  }
}
