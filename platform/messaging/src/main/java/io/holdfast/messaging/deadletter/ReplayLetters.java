package io.holdfast.messaging.deadletter;

import io.holdfast.messaging.deadletter.Letter.State;
import io.holdfast.tenancy.Outage;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.changing.Change;
import io.holdfast.tenancy.changing.Changes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/**
 * Tries letters again. The effect and the letter's end are one transaction that holds the letter's
 * row, so a letter has its effect once, whoever else tries it. Its message id counts as seen all
 * the while: the record itself, read again, has no effect.
 */
final class ReplayLetters {
  private static final int MOST = 500;
  private static final Duration LONGEST = Duration.ofSeconds(20); // the gateway waits for 30

  private final StoredLetters letters;
  private final Replays replays;
  private final TenantTransactions transactions;
  private final Changes changes;
  private final String route;

  /**
   * @param route under which one is tried again, as it stands in the audit log
   */
  ReplayLetters(
      StoredLetters letters,
      Replays replays,
      TenantTransactions transactions,
      Changes changes,
      String route) {
    this.letters = letters;
    this.replays = replays;
    this.transactions = transactions;
    this.changes = changes;
    this.route = route;
  }

  /** What became of one of several letters. */
  record Outcome(UUID id, boolean replayed, String problem, String detail) {}

  /** What became of those tried, and how many that were meant have not been. */
  record Report(List<Outcome> tried, long remaining) {}

  /** 404, 409 when it waits no more, 422 when it fails again. */
  Mono<Void> one(Principal principal, UUID id) {
    LetterFilter visible = LetterFilter.of(principal);
    return transactions
        .run(
            principal.tenant(),
            () ->
                letters
                    .lock(visible, id)
                    .switchIfEmpty(Mono.error(() -> unknown(id)))
                    .flatMap(found -> again(principal, found)))
        .onErrorResume(FailedAgain.class, failed -> keep(principal, id, failed));
  }

  private Mono<Void> again(Principal principal, Letter.Whole found) {
    Letter letter = found.letter();
    if (letter.state() != State.WAITING) {
      return Mono.error(notWaiting(letter));
    }
    return replays
        .again(letter.consumer(), principal.tenant(), found.record())
        .onErrorMap(failure -> !Outage.caused(failure), FailedAgain::new)
        .then(Mono.defer(() -> letters.replayed(letter.id(), principal.subject())))
        .then(Mono.defer(() -> told(principal, letter.id())));
  }

  /** Of many, too, each is told of as itself. */
  private Mono<Void> told(Principal principal, UUID id) {
    return changes.beforeCommit(
        new Change(principal, HttpMethod.POST, route, Map.of("id", id.toString()), HttpStatus.OK));
  }

  private Mono<Void> keep(Principal principal, UUID id, FailedAgain failed) {
    Throwable failure = failed.failure();
    return transactions
        .run(principal.tenant(), () -> letters.failedAgain(id, failure))
        .then(
            Mono.error(
                () ->
                    Problem.unprocessable(
                        "replay_failed",
                        "It failed again and stays: " + DeadLetters.errorOf(failure))));
  }

  /** Each in a transaction of its own; an outage ends the run. */
  Mono<Report> all(Principal principal, LetterFilter filter) {
    long end = System.nanoTime() + LONGEST.toNanos();
    return transactions
        .run(principal.tenant(), () -> letters.waiting(filter, MOST).collectList())
        .flatMapIterable(ids -> ids)
        .takeWhile(_ -> System.nanoTime() - end < 0)
        .concatMap(id -> outcome(principal, id), 1)
        .onErrorComplete(Outage::caused)
        .collectList()
        .flatMap(
            tried ->
                transactions
                    .run(principal.tenant(), () -> letters.count(filter))
                    .map(waiting -> new Report(tried, waiting - failed(tried))));
  }

  private Mono<Outcome> outcome(Principal principal, UUID id) {
    return one(principal, id)
        .thenReturn(new Outcome(id, true, "", ""))
        .onErrorResume(
            Problem.class,
            problem -> Mono.just(new Outcome(id, false, problem.code(), problem.detail())));
  }

  private static long failed(List<Outcome> tried) {
    return tried.stream().filter(outcome -> outcome.problem().equals("replay_failed")).count();
  }

  static Problem unknown(UUID id) {
    return Problem.notFound("unknown_dead_letter", "There is no dead letter " + id + ".");
  }

  static Problem notWaiting(Letter letter) {
    return Problem.conflict(
        "not_waiting",
        "The letter was %s at %s by %s."
            .formatted(letter.state().word(), letter.closedAt(), letter.closedBy()));
  }

  /** Rolls the transaction back. */
  private static final class FailedAgain extends RuntimeException {
    FailedAgain(Throwable failure) {
      super(null, failure, false, false);
    }

    Throwable failure() {
      return java.util.Objects.requireNonNull(getCause());
    }
  }
}
