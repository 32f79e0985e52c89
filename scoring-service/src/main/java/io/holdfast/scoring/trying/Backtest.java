package io.holdfast.scoring.trying;

import io.holdfast.scoring.backtest.Report;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest that was asked for.
 *
 * @param model the id of the model or draft it was asked of
 * @param askedBy the subject of whoever asked
 */
public record Backtest(
    UUID id, String model, Question question, Instant askedAt, String askedBy, State state) {

  /** How far it has come. */
  public sealed interface State {

    /** Waits for those that were asked for before. */
    record Queued() implements State {}

    /**
     * @param accounts how many there are to look at
     * @param last the account looked at last; they follow each other by their ids
     */
    record Running(int accounts, int done, @Nullable String last) implements State {

      Running after(int more, String account) {
        return new Running(Math.max(accounts, done + more), done + more, account);
      }
    }

    record Done(int accounts, Instant at, Report report) implements State {}

    record Failed(Instant at, String why) implements State {}
  }
}
