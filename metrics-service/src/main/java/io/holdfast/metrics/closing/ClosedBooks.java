package io.holdfast.metrics.closing;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The movements of closed months as they were when they were closed. They stay; what is learnt
 * about them later enters the first open month as a restatement. Of accounts that became one since,
 * each keeps what was reported of it.
 */
public record ClosedBooks(Closing closing, Map<AccountId, List<Movement>> movements) {

  /** The ledger as it is reported: closed, then restated, then open. */
  public List<AccountMovement> reported(
      OneAccount whose, List<Movement> booked, List<String> facts) {
    List<AccountMovement> reported = new ArrayList<>(closed(whose));
    Stream.concat(
            restatements(whose, booked, facts).stream(),
            booked.stream().filter(movement -> !isClosed(movement)))
        .forEach(movement -> reported.add(new AccountMovement(whose.id(), movement)));
    return reported;
  }

  /**
   * One for each closed month whose movements sum to something else now, counting what was restated
   * for it before.
   */
  public List<Movement> restatements(OneAccount whose, List<Movement> booked, List<String> facts) {
    Map<YearMonth, Amount> learnt = new TreeMap<>();
    booked.stream()
        .filter(this::isClosed)
        .forEach(m -> learnt.merge(month(m), m.amount(), Amount::plus));
    closed(whose).stream()
        .map(AccountMovement::movement)
        .forEach(m -> learnt.merge(month(m), m.amount().negated(), Amount::plus));
    return learnt.entrySet().stream()
        .filter(entry -> !entry.getValue().isZero())
        .map(entry -> restatement(entry.getKey(), entry.getValue(), facts))
        .toList();
  }

  private List<AccountMovement> closed(OneAccount whose) {
    return whose.all().stream()
        .flatMap(
            told ->
                movements.getOrDefault(told, List.of()).stream()
                    .map(movement -> new AccountMovement(told, movement)))
        .toList();
  }

  private boolean isClosed(Movement movement) {
    return !movement.on().isAfter(closing.until());
  }

  private static YearMonth month(Movement movement) {
    Correction correction = movement.corrects();
    return correction == null ? YearMonth.from(movement.on()) : correction.period();
  }

  private Movement restatement(YearMonth period, Amount amount, List<String> facts) {
    return new Movement(
        closing.firstOpenDay(),
        MovementKind.RESTATEMENT,
        amount,
        null,
        null,
        List.of(),
        false,
        new Correction(period, facts));
  }
}
