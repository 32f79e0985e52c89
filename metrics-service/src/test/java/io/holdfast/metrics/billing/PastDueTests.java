package io.holdfast.metrics.billing;

import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.metrics.contract.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastDueTests {

  private static final AccountId ACME = new AccountId("acme");

  @Test
  void beginsThirtyDaysAfterTheDueDate() {
    PastDue pastDue = pastDue(invoice("2025-03-01", null));

    assertThat(pastDue.spans()).containsExactly(new PastDue.Span(day("2025-03-31"), LocalDate.MAX));
  }

  @Test
  void neverBeginsWhenPaymentComesWithinThirtyDays() {
    assertThat(pastDue(invoice("2025-03-01", "2025-03-31"))).isEqualTo(PastDue.NEVER);
  }

  @Test
  void endsOnTheDayOfTheLatePayment() {
    assertThat(pastDue(invoice("2025-03-01", "2025-05-02")).spans())
        .containsExactly(new PastDue.Span(day("2025-03-31"), day("2025-05-02")));
  }

  @Test
  void endsWhenALaterInvoiceIsPaid() {
    PastDue pastDue = pastDue(invoice("2025-03-01", null), invoice("2025-04-01", "2025-04-20"));

    assertThat(pastDue.spans())
        .containsExactly(new PastDue.Span(day("2025-03-31"), day("2025-04-20")));
  }

  @Test
  void goesOnWhenOnlyAnEarlierInvoiceIsPaid() {
    PastDue pastDue = pastDue(invoice("2025-02-01", "2025-04-20"), invoice("2025-03-01", null));

    assertThat(pastDue.spans()).containsExactly(new PastDue.Span(day("2025-03-03"), LocalDate.MAX));
  }

  @Test
  void ignoresInvoicesThatAskForNothing() {
    LocalDate issued = day("2025-01-01");
    PastDue pastDue =
        pastDue(
            new Invoice("void", ACME, issued, BigDecimal.TEN, issued, null, Invoice.Status.VOID),
            new Invoice("nil", ACME, issued, BigDecimal.ZERO, issued, null, Invoice.Status.OPEN),
            new Invoice("paid", ACME, issued, BigDecimal.TEN, issued, null, Invoice.Status.PAID),
            new Invoice(
                "undated", ACME, issued, BigDecimal.TEN, null, null, Invoice.Status.UNKNOWN));

    assertThat(pastDue).isEqualTo(PastDue.NEVER);
  }

  @Test
  void countsFromIssueWhenAnInvoiceWithoutDueDateIsCalledOverdue() {
    LocalDate issued = day("2025-01-01");
    PastDue pastDue =
        pastDue(new Invoice("i", ACME, issued, BigDecimal.TEN, null, null, Invoice.Status.OVERDUE));

    assertThat(pastDue.beginsOn(day("2025-01-31"))).isTrue();
  }

  private static PastDue pastDue(Invoice... invoices) {
    return PastDue.of(List.of(invoices), POLICY);
  }

  private static Invoice invoice(String due, @Nullable String paid) {
    LocalDate dueOn = day(due);
    LocalDate paidOn = paid == null ? null : day(paid);
    return new Invoice(due, ACME, dueOn, BigDecimal.TEN, dueOn, paidOn, Invoice.Status.OPEN);
  }
}
