package io.holdfast.local.demo.larkfield;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A file to import. Its lines are made while they are read, the same ones each time.
 *
 * @param kind as in {@code POST /api/v1/imports?kind=}
 * @param rows lines without the header
 */
public record ImportFile(String kind, String header, long rows, Supplier<Stream<String>> lines) {

  static ImportFile of(String kind, String header, Supplier<Stream<? extends Row>> rows) {
    long count = rows.get().count();
    return new ImportFile(kind, header, count, () -> rows.get().map(Row::csv));
  }

  /** Header and lines, each ended by a line feed. */
  public Stream<String> text() {
    return Stream.concat(Stream.of(header), lines.get()).map(line -> line + "\n");
  }
}
