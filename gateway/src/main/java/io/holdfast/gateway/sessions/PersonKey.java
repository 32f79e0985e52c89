package io.holdfast.gateway.sessions;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Who a session belongs to: a subject as its issuer names it. */
public record PersonKey(String issuer, String subject) {
  public static PersonKey of(@Nullable URL issuer, @Nullable String subject) {
    return new PersonKey(issuer == null ? "" : issuer.toString(), subject == null ? "" : subject);
  }

  byte[] digest() {
    return Digest.of(issuer + "\n" + subject);
  }
}
