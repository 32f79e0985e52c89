package io.holdfast.gateway.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session as a request sees it, which remembers what changed, so that only that is written. */
final class StoredSession implements Session {
  private final UUID row;
  private final MapSession state;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private volatile boolean stored;
  private volatile String storedId;
  private volatile Instant storedSeen;
  private volatile Duration storedIdle;

  private StoredSession(UUID row, MapSession state, boolean stored) {
    this.row = row;
    this.state = state;
    this.stored = stored;
    this.storedId = state.getId();
    this.storedSeen = state.getLastAccessedTime();
    this.storedIdle = state.getMaxInactiveInterval();
  }

  static StoredSession begun(MapSession state) {
    return new StoredSession(UUID.randomUUID(), state, false);
  }

  static StoredSession found(UUID row, MapSession state) {
    return new StoredSession(row, state, true);
  }

  UUID row() {
    return row;
  }

  boolean stored() {
    return stored;
  }

  Set<String> changed() {
    return Set.copyOf(changed);
  }

  /** Whether more changed than the time it was last seen. */
  boolean altered() {
    return !changed.isEmpty()
        || !storedId.equals(state.getId())
        || !storedIdle.equals(state.getMaxInactiveInterval());
  }

  boolean seenLaterBy(Duration interval) {
    return !storedSeen.plus(interval).isAfter(state.getLastAccessedTime());
  }

  void written() {
    stored = true;
    changed.clear();
    storedId = state.getId();
    storedSeen = state.getLastAccessedTime();
    storedIdle = state.getMaxInactiveInterval();
  }

  @Override
  public String getId() {
    return state.getId();
  }

  @Override
  public String changeSessionId() {
    return state.changeSessionId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return state.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return state.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    changed.add(name);
    state.setAttribute(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    changed.add(name);
    state.removeAttribute(name);
  }

  @Override
  public Instant getCreationTime() {
    return state.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant time) {
    state.setLastAccessedTime(time);
  }

  @Override
  public Instant getLastAccessedTime() {
    return state.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    state.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return state.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return state.isExpired();
  }
}
