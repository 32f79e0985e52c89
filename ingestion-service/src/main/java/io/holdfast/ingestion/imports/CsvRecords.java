package io.holdfast.ingestion.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 over bytes, so that the place reached in a file is known exactly: quotes, doubled
 * quotes, line breaks inside quotes, LF, CRLF or CR.
 */
final class CsvRecords {
  private final byte[] bytes;
  private final boolean last;
  private int position;
  private int line;

  /**
   * @param last whether the file ends with these bytes, so that a record may end without a line
   *     break
   */
  CsvRecords(byte[] bytes, int position, int line, boolean last) {
    this.bytes = bytes;
    this.position = position;
    this.line = line;
    this.last = last;
  }

  /**
   * @param open the file ends inside its quotes
   */
  record Fields(int line, List<String> values, boolean open) {
    boolean blank() {
      return values.size() == 1 && values.getFirst().isBlank();
    }
  }

  int position() {
    return position;
  }

  int line() {
    return line;
  }

  /** The next record; null when it does not end within these bytes. */
  @Nullable Fields next() {
    int at = position;
    int lines = 0;
    List<String> values = new ArrayList<>();
    while (true) {
      if (at < bytes.length && bytes[at] == '"') {
        int end = closing(at + 1);
        if (end < 0) {
          return last ? unclosed(values, at) : null;
        }
        lines += breaks(at, end);
        StringBuilder value = new StringBuilder(unquoted(at + 1, end));
        int after = plainEnd(end + 1);
        value.append(
            text(end + 1, after)); // what stands behind the closing quote belongs to the value
        values.add(value.toString());
        at = after;
      } else {
        int end = plainEnd(at);
        values.add(text(at, end));
        at = end;
      }
      if (at >= bytes.length) {
        return last && at > position ? done(values, at, lines, false) : null;
      }
      if (bytes[at] == ',') {
        at++;
      } else {
        int next = afterBreak(at);
        return next < 0 ? null : done(values, next, lines + 1, false);
      }
    }
  }

  /**
   * Passes over a record without taking it in.
   *
   * @param begun whether its beginning was passed over before, so that these bytes begin within a
   *     value or at the comma behind one
   * @return whether it ends within these bytes. Else {@link #position} is where to go on: before a
   *     quoted value that does not end here, otherwise behind all of the bytes
   */
  boolean passOver(boolean begun) {
    int at = begun ? plainEnd(position) : valueEnd(position);
    while (at >= 0) {
      boolean valueMayBegin = at == bytes.length && bytes[at - 1] == ',';
      if (valueMayBegin) {
        break;
      }
      line += breaks(position, at);
      position = at;
      if (at == bytes.length) {
        break;
      }
      if (bytes[at] != ',') {
        int next = afterBreak(at);
        if (next >= 0) {
          position = next;
          line++;
        }
        return next >= 0;
      }
      at = valueEnd(at + 1);
    }
    if (last) {
      line += breaks(position, bytes.length);
      position = bytes.length;
    }
    return last;
  }

  /** Behind the value that begins here, or -1 when its quotes do not end within these bytes. */
  private int valueEnd(int at) {
    if (at >= bytes.length || bytes[at] != '"') {
      return plainEnd(at);
    }
    int quote = closing(at + 1);
    return quote < 0 ? quote : plainEnd(quote + 1);
  }

  private Fields done(List<String> values, int next, int lines, boolean open) {
    Fields fields = new Fields(line, values, open);
    position = next;
    line += lines;
    return fields;
  }

  private Fields unclosed(List<String> values, int from) {
    values.add(text(from + 1, Math.min(bytes.length, from + 200)));
    return done(values, bytes.length, breaks(from, bytes.length), true);
  }

  /** Where the quote that ends the value stands, or -1. */
  private int closing(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '"') {
        if (i + 1 < bytes.length && bytes[i + 1] == '"') {
          i++;
        } else if (i + 1 == bytes.length && !last) {
          return -1; // perhaps the first of two
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private int plainEnd(int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != ',' && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /** Behind the line break, or -1 while it may yet be the first half of CRLF. */
  private int afterBreak(int at) {
    if (bytes[at] == '\n') {
      return at + 1;
    }
    if (at + 1 < bytes.length) {
      return bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }
    return last ? at + 1 : -1;
  }

  private int breaks(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r' && (i + 1 >= bytes.length || bytes[i + 1] != '\n')) {
        count++;
      }
    }
    return count;
  }

  private String unquoted(int from, int to) {
    return text(from, to).replace("\"\"", "\"");
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
