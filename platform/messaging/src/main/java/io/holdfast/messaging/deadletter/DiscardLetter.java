package io.holdfast.messaging.deadletter;

import io.holdfast.messaging.deadletter.Letter.State;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantTransactions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Gives a letter up for good; it stays to be found, with who did it and why. */
final class DiscardLetter {
  private static final int LONGEST = 500;

  private final StoredLetters letters;
  private final TenantTransactions transactions;

  DiscardLetter(StoredLetters letters, TenantTransactions transactions) {
    this.letters = letters;
    this.transactions = transactions;
  }

  /** 404, 409 when it waits no more, 422 without a reason. */
  Mono<Void> of(Principal principal, UUID id, @Nullable String reason) {
    String why = checked(reason);
    return transactions.run(
        principal.tenant(),
        () ->
            letters
                .lock(LetterFilter.of(principal), id)
                .switchIfEmpty(Mono.error(() -> ReplayLetters.unknown(id)))
                .flatMap(
                    found ->
                        found.letter().state() == State.WAITING
                            ? letters.discarded(id, principal.subject(), why)
                            : Mono.error(ReplayLetters.notWaiting(found.letter()))));
  }

  private static String checked(@Nullable String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw Problem.unprocessable(
          "invalid_reason",
          "'reason' must say in 1 to " + LONGEST + " characters why the letter is given up");
    }
    return reason.strip();
  }
}
