package io.holdfast.gateway.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the provider gave for a session: an access token, and what renews it. */
public record Tokens(String access, @Nullable Instant expires, @Nullable String refresh) {
  public boolean lives(Instant at) {
    return expires == null || expires.isAfter(at);
  }

  @Override
  public String toString() {
    return "Tokens until " + expires;
  }
}
