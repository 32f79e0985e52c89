package io.holdfast.ingestion.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request body, judged by itself and not by its headers: gzip when it begins like gzip. */
sealed interface Payload {
  /** Bytes of a batch after decompression. */
  int BATCH_BYTES = 512_000;

  /** Bytes of one event. */
  int EVENT_BYTES = 32 * 1024;

  record Plain(byte[] bytes) implements Payload {}

  record TooLarge() implements Payload {}

  record Unreadable(String why) implements Payload {}

  static Payload of(byte[] body) {
    if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
      return body.length > BATCH_BYTES ? new TooLarge() : new Plain(body);
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      // One byte more than allowed is enough to know; a bomb is never inflated further.
      byte[] bytes = gzip.readNBytes(BATCH_BYTES + 1);
      return bytes.length > BATCH_BYTES ? new TooLarge() : new Plain(bytes);
    } catch (IOException broken) {
      return new Unreadable(
          "the body begins like gzip but cannot be decompressed: " + broken.getMessage());
    }
  }

  /**
   * The write key of a Basic {@code Authorization} header: the user name, whatever the password.
   */
  static @Nullable String basicKey(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return null;
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              java.nio.charset.StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? pair : pair.substring(0, colon);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
