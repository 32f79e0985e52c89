package io.holdfast.notification.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a play has to say about an account, before it is known whether that is new.
 *
 * @param accountId the tenant's own id of the account
 * @param play key of the play that raises it
 * @param title the specific fact in one line, without the account's name
 * @param band where the account stands, for a warning about its health
 * @param score health score shown, 0–100
 * @param since when it became true, business time
 * @param learntFromHistory true when loaded or late data brought it up: it is then told in a digest
 */
public record Warning(
    String accountId,
    AlertKind kind,
    String play,
    Severity severity,
    String title,
    List<Reason> reasons,
    @Nullable Band band,
    @Nullable Band previousBand,
    @Nullable BigDecimal score,
    Instant since,
    boolean learntFromHistory) {

  public Warning {
    if (accountId.isBlank() || play.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A warning names its account, its play and what happened");
    }
    reasons = List.copyOf(reasons);
  }

  /** The one thing its news concerns; empty when it is about the account as a whole. */
  public Optional<String> about() {
    return reasons.stream().findFirst().map(Reason::about);
  }

  /** Everything it warns of that can be settled one by one. */
  public List<String> things() {
    return reasons.stream().map(Reason::about).filter(Objects::nonNull).distinct().toList();
  }

  /** Whether it is worth telling after another: more severe, or about one thing more. */
  boolean tellsMoreThan(Warning before) {
    return severity.exceeds(before.severity) || !before.things().containsAll(things());
  }

  /** The newest facts, with what still holds of the older ones; never milder than before. */
  Warning following(Warning before) {
    Stream<Reason> stillTrue =
        before.reasons.stream()
            .filter(old -> old.about() != null)
            .filter(old -> reasons.stream().noneMatch(now -> now.concerns(old.about())));
    return with(
        severity.exceeds(before.severity) ? severity : before.severity,
        title,
        Stream.concat(reasons.stream(), stillTrue).toList());
  }

  /** What is left of it when one thing is settled; empty when that was all. */
  Optional<Warning> without(String settled) {
    List<Reason> left = reasons.stream().filter(reason -> !reason.concerns(settled)).toList();
    if (left.size() == reasons.size()) {
      return Optional.of(this);
    }
    return left.stream().findFirst().map(first -> with(severity, first.headline(), left));
  }

  private Warning with(Severity asSevere, String saying, List<Reason> because) {
    return new Warning(
        accountId,
        kind,
        play,
        asSevere,
        saying,
        because,
        band,
        previousBand,
        score,
        since,
        learntFromHistory);
  }
}
