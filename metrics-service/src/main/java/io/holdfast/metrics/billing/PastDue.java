package io.holdfast.metrics.billing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The days on which an account's revenue does not count because it has not paid for too long. An
 * invoice names no contract, so the whole account is past due; it is until that invoice, or one
 * that fell due later, is paid.
 */
public record PastDue(List<Span> spans) {

  public static final PastDue NEVER = new PastDue(List.of());

  /**
   * @param until the day of the payment; {@link LocalDate#MAX} while there is none
   */
  public record Span(LocalDate from, LocalDate until) {}

  public PastDue {
    spans = List.copyOf(spans);
  }

  public static PastDue of(Collection<Invoice> invoices, MetricPolicy policy) {
    List<Span> spans = new ArrayList<>();
    for (Invoice invoice : invoices) {
      invoice
          .delinquentOn(policy)
          .map(from -> new Span(from, payment(invoice, from, invoices)))
          .filter(span -> span.from.isBefore(span.until))
          .ifPresent(spans::add);
    }
    return new PastDue(joined(spans));
  }

  /** Of accounts that became one, each by the invoices told of it: merging them moves nothing. */
  public static Map<AccountId, PastDue> byAccount(
      Collection<Invoice> invoices, MetricPolicy policy) {
    return invoices.stream()
        .collect(groupingBy(Invoice::account, collectingAndThen(toList(), own -> of(own, policy))));
  }

  public boolean beginsOn(LocalDate day) {
    return spans.stream().anyMatch(span -> span.from.equals(day));
  }

  public boolean covers(LocalDate day) {
    return spans.stream().anyMatch(s -> !day.isBefore(s.from) && day.isBefore(s.until));
  }

  public boolean endsOn(LocalDate day) {
    return spans.stream().anyMatch(span -> span.until.equals(day));
  }

  private static LocalDate payment(Invoice unpaid, LocalDate from, Collection<Invoice> invoices) {
    LocalDate due = unpaid.due().orElseThrow();
    return invoices.stream()
        .filter(other -> other == unpaid || other.due().filter(due::isBefore).isPresent())
        .map(Invoice::paidOn)
        .filter(Objects::nonNull)
        .filter(paid -> !paid.isBefore(from))
        .min(LocalDate::compareTo)
        .orElse(LocalDate.MAX);
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(comparing(Span::from)).toList()) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || last.until.isBefore(span.from)) {
        joined.add(span);
      } else if (last.until.isBefore(span.until)) {
        joined.set(joined.size() - 1, new Span(last.from, span.until));
      }
    }
    return joined;
  }
}
