package io.holdfast.local.state;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords of the parts, made at random once. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeptValues kept;

  public Secrets(KeptValues kept) {
    this.kept = kept;
  }

  public String of(String name) {
    return kept.computeIfAbsent(name, Secrets::random);
  }

  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
