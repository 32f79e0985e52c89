package io.holdfast.scoring.web;

import java.util.List;

/** What can be had as CSV too, one line a row. */
interface CsvTable {

  String TYPE = "text/csv";

  /** For the file. */
  String fileName();

  List<String> columns();

  List<List<Object>> lines();
}
