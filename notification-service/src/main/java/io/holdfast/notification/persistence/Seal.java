package io.holdfast.notification.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that must be used again: AES-256-GCM under keys derived from the configured ones.
 * The first key seals; the others only open what was sealed before, so that keys can be changed. A
 * sealed text names its key and opens only in the row it was sealed for.
 */
public final class Seal {

  private static final String MARK = "sealed:";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int ID = 4;

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final String first;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param configured the newest first
   */
  public Seal(List<String> configured) {
    if (configured.isEmpty() || configured.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "No key to seal secrets under: set HOLDFAST_SECRET_KEY to a long random text");
    }
    configured.stream().map(Seal::derived).forEach(key -> keys.put(id(key), key));
    this.first = keys.keySet().iterator().next();
  }

  String close(String secret, UUID row) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] text = secret.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, first, nonce, text, row);
    byte[] whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return MARK + first + ":" + Base64.getEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * The secret of a row; one written before secrets were sealed is given as it is.
   *
   * @throws IllegalStateException when it was sealed under a key that is not configured
   */
  String open(String kept, UUID row) {
    if (!isSealed(kept)) {
      return kept;
    }
    String[] parts = kept.split(":", 3);
    byte[] whole = Base64.getDecoder().decode(parts[2]);
    byte[] nonce = Arrays.copyOf(whole, NONCE);
    byte[] sealed = Arrays.copyOfRange(whole, NONCE, whole.length);
    return new String(
        run(Cipher.DECRYPT_MODE, parts[1], nonce, sealed, row), StandardCharsets.UTF_8);
  }

  static boolean isSealed(String kept) {
    return kept.startsWith(MARK);
  }

  private byte[] run(int mode, String keyId, byte[] nonce, byte[] text, UUID row) {
    SecretKeySpec key = keys.get(keyId);
    if (key == null) {
      throw new IllegalStateException(
          "A channel's secret was sealed under the key " + keyId + ", which is not configured");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(row.toString().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException("A channel's secret was altered or moved", altered);
    }
  }

  private static SecretKeySpec derived(String configured) {
    return new SecretKeySpec(sha256("holdfast channel secrets\n" + configured), "AES");
  }

  /** Tells keys apart without telling them. */
  private static String id(SecretKeySpec key) {
    byte[] digest = sha256(HexFormat.of().formatHex(key.getEncoded()));
    return HexFormat.of().formatHex(digest, 0, ID);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
