package io.holdfast.ingestion.sources;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets that must be used again: AES-256-GCM under a key derived from a configured one. */
public final class Seal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  public Seal(String configuredKey) {
    try {
      byte[] derived =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ("holdfast signing secrets\n" + configuredKey).getBytes(StandardCharsets.UTF_8));
      this.key = new SecretKeySpec(derived, "AES");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ByteBuffer close(String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).flip();
  }

  /** Fails when the text was sealed under another key. */
  String open(ByteBuffer sealed) {
    byte[] nonce = new byte[NONCE];
    byte[] text = new byte[sealed.remaining() - NONCE];
    sealed.duplicate().get(nonce).get(text);
    return new String(run(Cipher.DECRYPT_MODE, nonce, text), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalStateException(
          "a signing secret cannot be opened with the configured key", wrongKey);
    }
  }
}
