package io.holdfast.tenancy.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that must be used again: AES-256-GCM under keys derived from the configured ones.
 * The first key seals; the others only open what was sealed before, so that keys can be changed.
 */
public final class Seal {
  /** A place for what may be opened wherever it is kept. */
  public static final String ANYWHERE = "";

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final List<SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param purpose keeps apart what is sealed for different ends under the same configured key
   * @param configured the newest first
   */
  public Seal(String purpose, List<String> configured) {
    if (configured.isEmpty() || configured.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "No key to seal secrets under: set HOLDFAST_SECRET_KEY to a long random text");
    }
    this.keys = configured.stream().map(key -> derived(purpose, key)).toList();
  }

  /**
   * @param place where it is kept, for example the id of the row; it opens only there
   */
  public byte[] close(String secret, String place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, text, place)
            .orElseThrow(IllegalStateException::new);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /** Empty when it was altered, or no configured key opens it in this place. */
  public Optional<String> tryOpen(byte[] sealed, String place) {
    if (sealed.length < NONCE) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    byte[] text = Arrays.copyOfRange(sealed, NONCE, sealed.length);
    return keys.stream()
        .flatMap(key -> run(Cipher.DECRYPT_MODE, key, nonce, text, place).stream())
        .findFirst()
        .map(opened -> new String(opened, StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalStateException when no configured key opens it in this place
   */
  public String open(byte[] sealed, String place) {
    return tryOpen(sealed, place)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A secret was altered, moved, or sealed under a key that HOLDFAST_SECRET_KEY no"
                        + " longer lists"));
  }

  /** Empty when the key or the place is not the one it was sealed with. */
  private static Optional<byte[]> run(
      int mode, SecretKeySpec key, byte[] nonce, byte[] text, String place) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(text));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SecretKeySpec derived(String purpose, String configured) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((purpose + "\n" + configured).getBytes(StandardCharsets.UTF_8));
      return new SecretKeySpec(digest, "AES");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
