package io.holdfast.notification.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about an account that a person should act on.
 *
 * @param openedAt when it was decided, business time
 * @param mutedBy the open alert that speaks in this one's place
 * @param closedAt present exactly when the state is closed
 * @param verdict of the person who closed it; absent when it closed by itself
 */
public record Alert(
    UUID id,
    Warning warning,
    AlertState state,
    Instant openedAt,
    @Nullable UUID mutedBy,
    @Nullable Instant closedAt,
    @Nullable Verdict verdict) {

  public Alert {
    if ((state == AlertState.CLOSED) != (closedAt != null)) {
      throw new IllegalArgumentException("An alert has a closing time exactly when it is closed");
    }
  }

  public String accountId() {
    return warning.accountId();
  }

  public AlertKind kind() {
    return warning.kind();
  }

  public boolean isOpen() {
    return state != AlertState.CLOSED;
  }

  public AlertChange acknowledge() {
    return switch (state) {
      case OPEN ->
          new AlertChange.Acknowledged(
              new Alert(id, warning, AlertState.ACKNOWLEDGED, openedAt, mutedBy, null, null));
      case ACKNOWLEDGED -> new AlertChange.Repeated(this);
      case CLOSED -> new AlertChange.AlreadyClosed(this);
    };
  }

  /** Closes it: with a person's verdict, or without one because the account recovered. */
  public AlertChange close(@Nullable Verdict judged, Instant now) {
    return isOpen()
        ? new AlertChange.Closed(
            new Alert(id, warning, AlertState.CLOSED, openedAt, mutedBy, now, judged))
        : new AlertChange.AlreadyClosed(this);
  }

  /**
   * What it warned of went away.
   *
   * @param thing the one thing that did; null when all of it did
   */
  public AlertChange recover(@Nullable String thing, Instant now) {
    if (thing == null || warning.things().isEmpty()) {
      return close(null, now);
    }
    Optional<Warning> left = warning.without(thing);
    if (left.isEmpty()) {
      return close(null, now);
    }
    return left.get().equals(warning)
        ? new AlertChange.Repeated(this)
        : new AlertChange.Eased(saying(left.get(), state));
  }

  /** Warns of what another alert of the account warns of, too; its own facts are the newest. */
  Alert joinedBy(Alert other) {
    return saying(warning.following(other.warning), state);
  }

  /** Another alert of the account speaks in its place. */
  Alert mutedBy(Alert speaking) {
    return new Alert(id, warning, state, openedAt, speaking.id(), closedAt, verdict);
  }

  /** The alert that muted this one is gone. */
  public Alert unmuted() {
    return new Alert(id, warning, state, openedAt, null, closedAt, verdict);
  }

  /** The same alert with the newest facts; when they tell more, it asks for attention anew. */
  AlertChange hear(Warning news) {
    Warning said = news.following(warning);
    return news.tellsMoreThan(warning)
        ? new AlertChange.Worsened(saying(said, AlertState.OPEN))
        : new AlertChange.Repeated(saying(said, state));
  }

  private Alert saying(Warning said, AlertState next) {
    return new Alert(id, said, next, openedAt, mutedBy, null, null);
  }
}
