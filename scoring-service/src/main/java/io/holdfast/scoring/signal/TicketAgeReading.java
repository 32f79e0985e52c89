package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.TicketAge;
import io.holdfast.scoring.picture.Fact.Ticket;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Days the oldest unresolved ticket is open. None open is zero, not missing data. */
final class TicketAgeReading {

  private static final Comparator<Named<Ticket>> OLDEST_FIRST =
      Comparator.comparing((Named<Ticket> one) -> one.fact().openedAt()).thenComparing(Named::key);

  private TicketAgeReading() {}

  static Reading of(TicketAge measure, Moment moment) {
    List<Named<Ticket>> open =
        moment
            .picture()
            .tickets(moment.at())
            .filter(ticket -> ticket.fact().isOpen(moment.at()))
            .filter(
                ticket ->
                    ticket.fact().severity() != null
                        && measure.severities().contains(ticket.fact().severity()))
            .sorted(OLDEST_FIRST)
            .toList();
    LocalDate since = open.isEmpty() ? moment.day() : openedOn(open.getFirst(), moment);
    long days = moment.day().toEpochDay() - since.toEpochDay();
    return Told.of(
        days,
        () ->
            open.isEmpty()
                ? "No ticket is unresolved"
                : "%s, the oldest, %s, for %s"
                    .formatted(
                        Numbers.counted(open.size(), "unresolved ticket", "unresolved tickets"),
                        open.getFirst().key(),
                        Numbers.counted(days, "day", "days")),
        () ->
            new Evidence(
                since,
                moment.day(),
                open.stream()
                    .map(
                        ticket ->
                            new Item(ticket.key(), openedOn(ticket, moment), age(ticket, moment)))
                    .toList()));
  }

  private static LocalDate openedOn(Named<Ticket> ticket, Moment moment) {
    return moment.calendar().day(ticket.fact().openedAt());
  }

  private static BigDecimal age(Named<Ticket> ticket, Moment moment) {
    return BigDecimal.valueOf(moment.day().toEpochDay() - openedOn(ticket, moment).toEpochDay());
  }
}
