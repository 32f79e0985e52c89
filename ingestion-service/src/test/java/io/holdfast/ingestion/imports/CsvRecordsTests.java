package io.holdfast.ingestion.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTests {

  @Test
  void aQuotedValueMayHoldCommasQuotesAndLineBreaks() {
    assertThat(read("a,\"b, \"\"c\"\"\nd\",e\r\nnext\n"))
        .containsExactly(List.of("a", "b, \"c\"\nd", "e"), List.of("next"));
  }

  @Test
  void saysThePhysicalLineARecordBeginsOn() {
    Window window = FileReading.csv(bytes("h\n\"a\nb\"\n\nc\n"), List.of(), 1, true, 10);
    assertThat(window.rows()).extracting(Row::line).containsExactly(2, 5);
    assertThat(window.nextLine()).isEqualTo(6);
  }

  @Test
  void passesOverAByteOrderMark() {
    Window window = FileReading.csv(bytes("\uFEFFid,name\n1,x\n"), List.of(), 1, true, 10);
    assertThat(window.header()).containsExactly("id", "name");
  }

  @Test
  void theLastRecordNeedsNoLineBreak() {
    assertThat(read("a,b\nc,d")).containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void anUnclosedQuoteIsSaidAtItsLine() {
    Window window = FileReading.csv(bytes("h\nok\n\"never\nclosed\n"), List.of(), 1, true, 10);
    assertThat(window.rows().getLast()).isInstanceOf(Row.Broken.class);
    assertThat(window.rows().getLast().line()).isEqualTo(3);
  }

  @Test
  void moreCellsThanTheHeaderAreRefusedUnlessBlank() {
    Window window = FileReading.csv(bytes("a,b\n1,2,\n1,2,3\n"), List.of(), 1, true, 10);
    assertThat(window.rows().getFirst()).isInstanceOf(Row.Cells.class);
    assertThat(window.rows().getLast()).isInstanceOf(Row.Broken.class);
  }

  @Test
  void whereverAFileIsCutTheRecordsAreTheSame() {
    qt().forAll(
            lists()
                .of(
                    lists()
                        .of(strings().betweenCodePoints(32, 126).ofLengthBetween(0, 6))
                        .ofSizeBetween(1, 4))
                .ofSizeBetween(1, 8),
            integers().between(1, 40),
            integers().between(0, 2))
        .checkAssert(
            (rows, cut, breaks) -> {
              byte[] file = bytes("h\n" + written(rows, List.of("\n", "\r\n", "\r").get(breaks)));
              assertThat(readInStretches(file, cut)).isEqualTo(readInStretches(file, file.length));
            });
  }

  @Test
  void whereverARecordIsCutItIsPassedOverToItsEnd() {
    for (String lineBreak : List.of("\n", "\r\n", "\r")) {
      String record = "a,\"x,\n\"\"y\",,zz\"z,\"\",\"q\r\n\"r,'";
      byte[] file = bytes(record + lineBreak + "next" + lineBreak);
      for (int cut = 1; cut <= file.length; cut++) {
        assertThat(passOver(true, file, cut))
            .as("cut " + cut)
            .isEqualTo(new Passed(7, 10, record.length() + lineBreak.length()));
      }
    }
  }

  @Test
  void aLineOfJsonIsPassedOverToItsEndWhateverItsQuotes() {
    byte[] file = bytes("{\"a\":\"never closed\nnext\n");
    for (int cut = 1; cut <= file.length; cut++) {
      assertThat(passOver(false, file, cut)).isEqualTo(new Passed(7, 8, 19));
    }
  }

  @Test
  void whatTheFileEndsInIsPassedOverToo() {
    assertThat(passOver(true, bytes("a,b"), 1)).isEqualTo(new Passed(7, 7, 3));
    assertThat(passOver(true, bytes("a,b,"), 1)).isEqualTo(new Passed(7, 7, 4));
    assertThat(passOver(true, bytes("a,\"b\nc"), 2)).isEqualTo(new Passed(7, 8, 6));
    assertThat(passOver(false, bytes("{\"a\""), 2)).isEqualTo(new Passed(7, 8, 4));
  }

  @Test
  void aValueWhoseQuotesDoNotEndIsNotPassedOver() {
    Window window = FileReading.overlong(true, bytes("a,\"b\nc"), List.of("h"), 7, null, false);
    assertThat(window.bytes()).isEqualTo(1);
    assertThat(FileReading.overlong(true, bytes(",\"b\nc"), List.of("h"), 7, 7, false).bytes())
        .isZero();
  }

  /** Line of the fault, line after it, and bytes it took. */
  private record Passed(int fault, int nextLine, int bytes) {}

  private static Passed passOver(boolean csv, byte[] file, int length) {
    int position = 0;
    int line = 7;
    Integer overlong = null;
    int stretch = length;
    while (true) {
      int end = Math.min(file.length, position + stretch);
      byte[] bytes = Arrays.copyOfRange(file, position, end);
      Window window =
          FileReading.overlong(csv, bytes, List.of("h"), line, overlong, end == file.length);
      position += window.bytes();
      line = window.nextLine();
      if (!window.rows().isEmpty()) {
        return new Passed(window.rows().getFirst().line(), line, position);
      }
      stretch = window.bytes() == 0 ? stretch * 2 : length;
      overlong = window.bytes() == 0 ? overlong : window.overlong();
    }
  }

  private static String written(List<List<String>> rows, String lineBreak) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        String broken = cell.replace('~', '\n').replace('`', '\r');
        cells.add('"' + broken.replace("\"", "\"\"") + '"');
      }
      text.append(String.join(",", cells)).append(lineBreak);
    }
    return text.toString();
  }

  /**
   * As the worker does: a stretch, then from where it ended; a longer one when it held no whole
   * record.
   */
  private static List<Row> readInStretches(byte[] file, int length) {
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    int position = 0;
    int line = 1;
    int stretch = length;
    while (position < file.length) {
      int end = Math.min(file.length, position + stretch);
      Window window =
          FileReading.csv(
              Arrays.copyOfRange(file, position, end), header, line, end == file.length, 3);
      header = window.header();
      rows.addAll(window.rows());
      position += window.bytes();
      line = window.nextLine();
      stretch = window.bytes() == 0 ? stretch * 2 : length;
      if (window.bytes() == 0 && end == file.length) {
        break;
      }
    }
    return rows;
  }

  private static List<List<String>> read(String text) {
    CsvRecords records = new CsvRecords(bytes(text), 0, 1, true);
    List<List<String>> found = new ArrayList<>();
    for (CsvRecords.Fields next = records.next(); next != null; next = records.next()) {
      found.add(next.values());
    }
    return found;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
