package io.holdfast.ingestion.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One record of a file.
 *
 * @param line physical line it begins on, from 1
 */
sealed interface Row {
  int line();

  /**
   * @param cells by header or member name as it stands in the file; blank ones are left out
   * @param nested members that are objects or lists, by name
   */
  record Cells(int line, Map<String, String> cells, Map<String, JsonNode> nested) implements Row {
    Cells(int line, Map<String, String> cells) {
      this(line, cells, Map.of());
    }

    /** The members of a JSON object. */
    static Cells of(int line, JsonNode object) {
      Map<String, String> cells = new HashMap<>();
      Map<String, JsonNode> nested = new HashMap<>();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        JsonNode value = member.getValue();
        String name = member.getKey().strip();
        if (value.isContainer()) {
          nested.put(name, value);
        } else if (!text(value).isEmpty()) {
          cells.put(name, text(value));
        }
      }
      return new Cells(line, cells, nested);
    }

    /**
     * A number of a few hundred million digits may hide behind a short exponent; it is not written
     * out.
     */
    private static String text(JsonNode value) {
      if (value.isNull()) {
        return "";
      }
      if (!value.isNumber()) {
        return value.asString().strip();
      }
      BigDecimal number = value.decimalValue();
      return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
    }
  }

  /** A record that cannot be taken apart. */
  record Broken(int line, String code, String message) implements Row {}
}
