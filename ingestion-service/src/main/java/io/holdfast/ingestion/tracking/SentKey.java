package io.holdfast.ingestion.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The write key of a request whose header has it. */
final class SentKey {
  private static final String BASIC = "Basic ";

  private SentKey() {}

  /** The user name of a Basic {@code Authorization} header, whatever the password. */
  static @Nullable String ofHeader(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return null;
    }
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String text = new String(pair, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? text : text.substring(0, colon);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
