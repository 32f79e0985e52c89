package io.holdfast.ingestion.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits that a source authenticates with. Only its digest is kept, which
 * nobody can guess back.
 */
record WriteKey(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static WriteKey random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new WriteKey("wk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "WriteKey";
  }
}
