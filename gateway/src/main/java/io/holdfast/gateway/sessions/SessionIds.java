package io.holdfast.gateway.sessions;

import java.security.SecureRandom;
import java.util.Base64;

/** What a session's cookie holds: 256 random bits. */
final class SessionIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private SessionIds() {}

  static String next() {
    byte[] id = new byte[BYTES];
    RANDOM.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
