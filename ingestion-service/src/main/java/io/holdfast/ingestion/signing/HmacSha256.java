package io.holdfast.ingestion.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that only a holder of the key can make. */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private HmacSha256() {}

  /** The code of a text followed by a body. */
  public static byte[] of(byte[] key, String text, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(text.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether one of the signatures is the expected one; each is compared, in constant time. */
  public static boolean oneOf(List<String> signatures, String expected) {
    byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (String signature : signatures) {
      found |= MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }
}
