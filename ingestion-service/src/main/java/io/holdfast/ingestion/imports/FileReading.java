package io.holdfast.ingestion.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes stretches of a file apart into records. */
final class FileReading {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private FileReading() {}

  /** The whole records of a stretch, at most so many. An empty header is read first. */
  static Window csv(byte[] bytes, List<String> knownHeader, int line, boolean last, int most) {
    CsvRecords records =
        new CsvRecords(bytes, knownHeader.isEmpty() ? afterMark(bytes) : 0, line, last);
    List<String> header = knownHeader;
    List<Row> rows = new ArrayList<>();
    while (rows.size() < most) {
      CsvRecords.Fields fields = records.next();
      if (fields == null) {
        break;
      }
      if (fields.blank() && !fields.open()) {
        continue;
      }
      if (header.isEmpty()) {
        header = fields.values().stream().map(String::strip).toList();
      } else {
        rows.add(row(fields, header));
      }
    }
    boolean untouched = rows.isEmpty() && header == knownHeader && records.line() == line;
    return new Window(header, rows, untouched ? 0 : records.position(), records.line());
  }

  /** The whole lines of a stretch, at most so many, each a JSON object. */
  static Window ndjson(byte[] bytes, int line, boolean last, int most) {
    List<Row> rows = new ArrayList<>();
    int at = line == 1 ? afterMark(bytes) : 0;
    int next = line;
    while (rows.size() < most && at < bytes.length) {
      int end = lineEnd(bytes, at);
      if (end == bytes.length && !last) {
        break;
      }
      String text = new String(bytes, at, end - at, StandardCharsets.UTF_8).strip();
      if (!text.isEmpty()) {
        rows.add(row(text, next));
      }
      at = Math.min(bytes.length, end + 1);
      next++;
    }
    return new Window(List.of(), rows, rows.isEmpty() && next == line ? 0 : at, next);
  }

  /**
   * Passes over a record that is too long to be taken in, as far as these bytes go. It is one
   * broken row once its end is found.
   *
   * @param overlong line it began on when bytes before these were passed over already
   */
  static Window overlong(
      boolean csv,
      byte[] bytes,
      List<String> header,
      int line,
      @Nullable Integer overlong,
      boolean last) {
    int begins = overlong == null ? line : overlong;
    boolean ends;
    int position;
    int next;
    if (csv) {
      CsvRecords records = new CsvRecords(bytes, 0, line, last);
      ends = records.passOver(overlong != null);
      position = records.position();
      next = records.line();
    } else {
      int end = lineEnd(bytes, 0);
      ends = end < bytes.length || last;
      position = Math.min(bytes.length, end + 1);
      next = ends ? line + 1 : line;
    }
    return ends
        ? new Window(
            header,
            List.of(new Row.Broken(begins, "line_too_long", "the line is longer than 1 MB")),
            position,
            next)
        : new Window(header, List.of(), position, next, begins);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static Row row(CsvRecords.Fields fields, List<String> header) {
    if (fields.open()) {
      return new Row.Broken(
          fields.line(), "unclosed_quote", "the file ends inside a quoted value that begins here");
    }
    List<String> values = fields.values();
    Map<String, String> cells = HashMap.newHashMap(header.size());
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).strip();
      if (value.isEmpty()) {
        continue;
      }
      if (i >= header.size()) {
        return new Row.Broken(
            fields.line(),
            "too_many_cells",
            "the row has " + values.size() + " cells, the header " + header.size());
      }
      cells.putIfAbsent(header.get(i), value);
    }
    return new Row.Cells(fields.line(), cells);
  }

  private static Row row(String text, int line) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        return new Row.Broken(line, "malformed_json", "the line is not a JSON object");
      }
      return Row.Cells.of(line, node);
    } catch (JacksonException _) {
      return new Row.Broken(line, "malformed_json", "the line is not a JSON object");
    }
  }

  /** Behind the byte order mark that spreadsheets put first. */
  private static int afterMark(byte[] bytes) {
    return bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf
        ? 3
        : 0;
  }
}
