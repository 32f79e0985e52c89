package io.holdfast.ingestion.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of files, and what becomes of them. */
final class LineFixture {
  private LineFixture() {}

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static Map<String, String> with(Map<String, String> cells, String column, String cell) {
    Map<String, String> more = new HashMap<>(cells);
    more.put(column, cell);
    return more;
  }

  static Map<String, String> phase() {
    return Map.of(
        "subscription_id",
        "s1",
        "account_id",
        "acme",
        "starts_on",
        "2026-04-01",
        "amount",
        "99.50",
        "currency",
        "usd",
        "interval",
        "Month");
  }

  static Entry good(Kind kind, String mapping, Map<String, String> cells) throws Mapping.Refused {
    Reading read = reading(kind, mapping).read(new Row.Cells(2, cells));
    assertThat(read).isInstanceOf(Reading.Good.class);
    return ((Reading.Good) read).entry();
  }

  static List<String> faults(Kind kind, String mapping, Map<String, String> cells)
      throws Mapping.Refused {
    Reading read = reading(kind, mapping).read(new Row.Cells(2, cells));
    assertThat(read).isInstanceOf(Reading.Faulty.class);
    return ((Reading.Faulty) read)
        .faults().stream().map(fault -> fault.column() + " " + fault.code()).toList();
  }

  static List<String> messages(Kind kind, Map<String, String> cells) throws Mapping.Refused {
    Reading read = reading(kind, "").read(new Row.Cells(2, cells));
    assertThat(read).isInstanceOf(Reading.Faulty.class);
    return ((Reading.Faulty) read).faults().stream().map(LineFault::message).toList();
  }

  static LineReading reading(Kind kind, String mapping) throws Mapping.Refused {
    return new LineReading(kind, Mapping.parse(kind, mapping), false, NOW, "import", "load");
  }
}
