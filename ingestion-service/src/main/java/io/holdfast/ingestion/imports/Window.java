package io.holdfast.ingestion.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole records at the beginning of a stretch of bytes.
 *
 * @param header of a CSV file, when it stands in this stretch or was read before
 * @param rows the records
 * @param bytes how many bytes they took
 * @param nextLine line of the first byte after them
 * @param overlong line on which a record begins that is too long and whose end is yet to be found
 */
record Window(
    List<String> header, List<Row> rows, int bytes, int nextLine, @Nullable Integer overlong) {
  Window(List<String> header, List<Row> rows, int bytes, int nextLine) {
    this(header, rows, bytes, nextLine, null);
  }
}
