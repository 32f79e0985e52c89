package io.holdfast.ingestion.tracking;

import java.io.ByteArrayOutputStream;

/**
 * JSON as it stands in a body.
 *
 * @param begin its first byte
 * @param end the byte behind its last
 */
record Slice(byte[] body, int begin, int end) {
  static final Slice NOTHING = new Slice(new byte[0], 0, 0);

  int length() {
    return end - begin;
  }

  boolean isNothing() {
    return begin == end;
  }

  void writeTo(ByteArrayOutputStream out) {
    out.write(body, begin, end - begin);
  }
}
