package io.holdfast.ingestion.requests;

import io.holdfast.tenancy.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** A request body, judged by itself and not by its headers: gzip when it begins like gzip. */
public final class Body {
  private final byte[] sent;
  private final @Nullable String encoding;
  private final ObjIntConsumer<Room.Share> inflated;
  private final Room.Share share;

  Body(
      byte[] sent,
      @Nullable String encoding,
      ObjIntConsumer<Room.Share> inflated,
      Room.Share share) {
    this.sent = sent;
    this.encoding = encoding;
    this.inflated = inflated;
    this.share = share;
  }

  /** As it was sent, which is what a signature is made of. */
  public byte[] sent() {
    return sent;
  }

  /**
   * The body decompressed; fails with 413 beyond the limit and with 400 when it is broken.
   *
   * @param what what is too large then: {@code batch}, {@code body}
   */
  public byte[] plain(int limit, String what) {
    byte[] bytes = gzip(sent) ? inflate(limit, what) : sent;
    if (bytes.length > limit) {
      throw Problem.tooLarge(
          what + "_too_large", "A %s may have %,d bytes, decompressed.".formatted(what, limit));
    }
    return bytes;
  }

  /** The body as JSON; each fault of it has its own code. */
  public JsonNode json(int limit, String what) {
    return require(Json.read(plain(limit, what)));
  }

  /** What is read of the tokens of the body as JSON; each fault of it has its own code. */
  public <T> T tokens(int limit, String what, BiFunction<byte[], JsonParser, T> reading) {
    byte[] bytes = plain(limit, what);
    return require(Json.tokens(bytes, json -> reading.apply(bytes, json)));
  }

  private <T> T require(Json<T> json) {
    return json.orElseThrow(
        fault ->
            unknownEncoding() ? unsupported() : Problem.badRequest(fault.code(), fault.message()));
  }

  private byte[] inflate(int limit, String what) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      // One byte more than allowed is enough to know; a bomb is never inflated further.
      byte[] bytes = gzip.readNBytes(limit + 1);
      inflated.accept(share, bytes.length);
      return bytes;
    } catch (IOException broken) {
      throw Problem.badRequest(
          "malformed_body",
          "The "
              + what
              + " begins like gzip but cannot be decompressed: "
              + broken.getMessage()
              + ". Send it whole.");
    }
  }

  private static boolean gzip(byte[] body) {
    return body.length >= 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
  }

  private boolean unknownEncoding() {
    String named = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    return !named.isEmpty() && !named.equals("gzip") && !named.equals("identity");
  }

  private static Problem unsupported() {
    return Problem.of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported_encoding",
        "The body is neither plain nor gzip, and its Content-Encoding is not known. Send JSON,"
            + " plain or gzip.");
  }
}
