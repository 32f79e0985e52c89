package io.holdfast.scoring.signal;

import io.holdfast.scoring.picture.Fact.Invoice;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Days the oldest unpaid invoice is past its due date.
 *
 * @param invoices those overdue, the longest first, with their due days and days overdue
 */
record DaysOverdueReading(List<Item> invoices, LocalDate day) implements Measured {

  private static final Comparator<Item> LONGEST_FIRST =
      Comparator.comparing(Item::value).reversed().thenComparing(Item::what);

  static Reading of(Moment moment) {
    if (!Commerce.isKnown(moment)) {
      return Commerce.NOTHING_KNOWN;
    }
    List<Item> overdue =
        moment
            .picture()
            .invoices(moment.at())
            .map(invoice -> overdue(invoice, moment))
            .filter(one -> one.value().signum() > 0)
            .sorted(LONGEST_FIRST)
            .toList();
    return new DaysOverdueReading(overdue, moment.day());
  }

  private static Item overdue(Named<Invoice> invoice, Moment moment) {
    long days = invoice.fact().daysOverdue(moment.day(), moment.at());
    return new Item(invoice.key(), invoice.fact().dueOn(), BigDecimal.valueOf(days));
  }

  @Override
  public BigDecimal value() {
    return invoices.isEmpty() ? BigDecimal.ZERO : invoices.getFirst().value();
  }

  @Override
  public String sentence() {
    return invoices.isEmpty()
        ? "No invoice is overdue"
        : "Invoice %s is %s overdue"
            .formatted(
                invoices.getFirst().what(), Numbers.counted(value().longValue(), "day", "days"));
  }

  @Override
  public Evidence evidence() {
    LocalDate from = invoices.isEmpty() ? day : Objects.requireNonNull(invoices.getFirst().on());
    return new Evidence(from, day, invoices);
  }
}
