package io.holdfast.ingestion.imports;

import java.util.Optional;

/** What the first bytes of a file tell about it. One for each file; not shared. */
final class Beginning {
  private final byte[] mark = new byte[4];
  private int marked;
  private byte first;
  private boolean begun;

  void look(byte[] bytes, int from, int to) {
    for (int i = from; i < to && (!begun || marked < mark.length); i++) {
      byte b = bytes[i];
      if (marked < mark.length) {
        mark[marked++] = b;
      }
      boolean byteOrderMark = b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
      if (!begun && !byteOrderMark && (b > ' ' || b < 0)) {
        first = b;
        begun = true;
      }
    }
  }

  /** Whether nothing but white space has come. */
  boolean blank() {
    return !begun;
  }

  /** A JSON object begins like no header of a CSV file. */
  FileFormat format() {
    return first == '{' ? FileFormat.NDJSON : FileFormat.CSV;
  }

  /** What the file is when it is no text in UTF-8, and what to do. */
  Optional<String> foreign() {
    if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
      return Optional.of("The file is UTF-16; save it as UTF-8.");
    }
    if (begins(0x1f, 0x8b)) {
      return Optional.of("The file is compressed; send it unpacked.");
    }
    if (begins('P', 'K', 3, 4)) {
      return Optional.of("The file is a ZIP archive or a spreadsheet; save it as CSV.");
    }
    return Optional.empty();
  }

  private boolean begins(int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= marked || mark[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
