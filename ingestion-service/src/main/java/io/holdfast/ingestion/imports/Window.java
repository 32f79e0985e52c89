package io.holdfast.ingestion.imports;

import java.util.List;

/**
 * The whole records at the beginning of a stretch of bytes.
 *
 * @param header of a CSV file, when it stands in this stretch or was read before
 * @param rows the records
 * @param bytes how many bytes they took
 * @param nextLine line of the first byte after them
 */
record Window(List<String> header, List<Row> rows, int bytes, int nextLine) {}
