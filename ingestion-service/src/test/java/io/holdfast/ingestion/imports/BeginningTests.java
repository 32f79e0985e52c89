package io.holdfast.ingestion.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BeginningTests {
  @Test
  void aFileOfWhiteSpaceOrAMarkAloneIsBlank() {
    assertThat(looked(" \r\n\t").blank()).isTrue();
    assertThat(looked("\uFEFF").blank()).isTrue();
    assertThat(looked("").blank()).isTrue();
  }

  @Test
  void anObjectBeginsNdjsonAndAnythingElseCsv() {
    assertThat(looked("\uFEFF\n {\"a\":1}").format()).isEqualTo(FileFormat.NDJSON);
    assertThat(looked("a,b").format()).isEqualTo(FileFormat.CSV);
    assertThat(looked("größe,b").format()).isEqualTo(FileFormat.CSV);
    assertThat(looked("éa,b").blank()).isFalse();
  }

  @Test
  void whatIsNoTextInUtf8IsKnownByItsFirstBytes() {
    assertThat(looked("a,b").foreign()).isEmpty();
    assertThat(looked("a,b".getBytes(StandardCharsets.UTF_16)).foreign().orElseThrow())
        .contains("UTF-16");
    assertThat(looked(new byte[] {0x1f, (byte) 0x8b, 8, 0}).foreign().orElseThrow())
        .contains("compressed");
    assertThat(looked(new byte[] {'P', 'K', 3, 4}).foreign().orElseThrow()).contains("spreadsheet");
  }

  @Test
  void itMayComeByteByByte() {
    Beginning beginning = new Beginning();
    byte[] bytes = "\uFEFF {".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      beginning.look(bytes, i, i + 1);
    }
    assertThat(beginning.format()).isEqualTo(FileFormat.NDJSON);
  }

  private static Beginning looked(String text) {
    return looked(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Beginning looked(byte[] bytes) {
    Beginning beginning = new Beginning();
    beginning.look(bytes, 0, bytes.length);
    return beginning;
  }
}
