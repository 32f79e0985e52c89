package io.holdfast.ingestion.batch;

import java.io.ByteArrayOutputStream;

/**
 * JSON as it stands in a body.
 *
 * @param begin its first byte
 * @param end the byte behind its last
 */
public record Slice(byte[] body, int begin, int end) {
  static final Slice NOTHING = new Slice(new byte[0], 0, 0);

  public int length() {
    return end - begin;
  }

  public boolean isNothing() {
    return begin == end;
  }

  public void writeTo(ByteArrayOutputStream out) {
    out.write(body, begin, end - begin);
  }
}
