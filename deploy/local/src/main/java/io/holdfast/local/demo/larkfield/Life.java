package io.holdfast.local.demo.larkfield;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything the data tells of one customer. Usage is long, so it is told anew each time. */
record Life(
    Script script,
    Customer customer,
    List<Person> people,
    List<Phase> phases,
    List<Invoice> invoices,
    List<Ticket> tickets,
    List<SurveyAnswer> answers,
    List<Meeting> meetings,
    List<Outcome> outcomes,
    List<Fact> facts) {

  static Life of(Script script) {
    List<Person> people = People.of(script);
    List<Phase> phases = Contracts.of(script, people);
    var billing = new Billing(script, phases);
    var conversations = new Conversations(script, people);
    String account = script.firm.id();
    String ids =
        script.deal.byCard()
            ? "stripe=cus_%s;hubspot=%d".formatted(account.replace("-", ""), number(account))
            : "hubspot=%d".formatted(number(account));
    var customer = new Customer(script.firm, script.dayZero.minusDays(20), ids, script.deal.plan());
    if (script.championLeavesOn != null) {
      script.fact(
          "stakeholder_left", script.championLeavesOn, people.getFirst().id(), "champion", null);
    }
    return new Life(
        script,
        customer,
        people,
        phases,
        billing.invoices,
        Support.of(script),
        conversations.answers,
        conversations.meetings,
        inOrder(script, script.outcomes),
        Stream.concat(billing.facts.stream(), inWindow(script, script.facts).stream()).toList());
  }

  Stream<Use> usage() {
    return new Usage(script, people).uses();
  }

  private static <T extends Row> List<T> inWindow(Script script, List<T> rows) {
    return inOrder(script, rows).stream()
        .filter(row -> !row.latest().isBefore(script.windowStart()))
        .toList();
  }

  private static <T extends Row> List<T> inOrder(Script script, List<T> rows) {
    return rows.stream()
        .filter(row -> !row.latest().isAfter(script.today))
        .sorted(Comparator.comparing(Row::latest))
        .toList();
  }

  private static int number(String account) {
    return 10_000_000 + Math.floorMod(account.hashCode(), 80_000_000);
  }
}
