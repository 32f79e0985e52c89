package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.SevereTickets;
import io.holdfast.scoring.picture.Fact.Ticket;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Tickets of high severity opened in the last days. No ticket ever is zero, not missing data. */
record SevereTicketsReading(List<Item> tickets, LocalDate from, LocalDate day, int days)
    implements Measured {

  private static final Comparator<Named<Ticket>> LATEST_FIRST =
      Comparator.comparing((Named<Ticket> one) -> one.fact().openedAt())
          .reversed()
          .thenComparing(Named::key);

  static Reading of(SevereTickets measure, Moment moment) {
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    Instant start = moment.calendar().startOf(from);
    List<Item> tickets =
        moment
            .picture()
            .tickets(moment.at())
            .filter(ticket -> !ticket.fact().openedAt().isBefore(start))
            .filter(ticket -> isSevere(ticket.fact(), measure))
            .sorted(LATEST_FIRST)
            .map(ticket -> new Item(ticket.key(), openedOn(ticket, moment), BigDecimal.ONE))
            .toList();
    return new SevereTicketsReading(tickets, from, moment.day(), measure.days());
  }

  private static boolean isSevere(Ticket ticket, SevereTickets measure) {
    return ticket.severity() != null && measure.severities().contains(ticket.severity());
  }

  private static LocalDate openedOn(Named<Ticket> ticket, Moment moment) {
    return moment.calendar().day(ticket.fact().openedAt());
  }

  @Override
  public BigDecimal value() {
    return BigDecimal.valueOf(tickets.size());
  }

  @Override
  public String sentence() {
    String counted =
        tickets.isEmpty()
            ? "No high-severity ticket"
            : Numbers.counted(tickets.size(), "high-severity ticket", "high-severity tickets");
    return "%s in %d days".formatted(counted, days);
  }

  @Override
  public Evidence evidence() {
    return new Evidence(from, day, tickets);
  }
}
