package io.holdfast.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTests {

  @Test
  void writesAHeaderAndALineARow() {
    Table table =
        new Table(
            List.of(
                List.of(Cell.text("price, \"quality\""), Cell.amount("-233.33333333")),
                List.of(Cell.text(null), Cell.number(new BigDecimal("0.000000000123")))));

    assertThat(CsvWriter.text(table))
        .isEqualTo(
            "reason,amount\r\n\"price, \"\"quality\"\"\",-233.33333333\r\n\"\",0.000000000123\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void keepsASpreadsheetFromCalculatingText(String text) {
    assertThat(Cell.text(text).value()).isEqualTo("'" + text);
  }

  @Test
  void leavesNumbersNumbers() {
    assertThat(Cell.amount("-100").value()).isEqualTo("-100");
  }

  private record Table(List<List<Cell>> lines) implements CsvTable {

    @Override
    public String name() {
      return "churn";
    }

    @Override
    public List<String> columns() {
      return List.of("reason", "amount");
    }
  }
}
