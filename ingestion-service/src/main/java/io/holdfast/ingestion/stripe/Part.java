package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.imports.CellFault;
import io.holdfast.ingestion.imports.ColumnRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A part of a Stripe object. What is read from it is held to the rules of a file's columns.
 *
 * @param place where it stands, such as {@code items.data[0].price.unit_amount}
 */
record Part(String place, JsonNode node) {
  private static final long YEAR_2201 = 7_289_654_400L;
  private static final int LONGEST_NUMBER = 40;

  static Part of(JsonNode object) {
    return new Part("", object);
  }

  Part at(String member) {
    return new Part(place.isEmpty() ? member : place + "." + member, node.path(member));
  }

  /** The elements of a list. */
  List<Part> each() throws Unreadable {
    if (!node.isArray()) {
      throw absent() ? fault("is missing") : fault("is no list");
    }
    List<Part> elements = new ArrayList<>();
    for (JsonNode element : node) {
      elements.add(new Part(place + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  boolean absent() {
    return node.isMissingNode() || node.isNull();
  }

  boolean isObject() {
    return node.isObject();
  }

  /** The value as the column of a file would be read. */
  String read(Kind kind, String column) throws Unreadable {
    try {
      return ColumnRules.value(kind, column, text());
    } catch (CellFault fault) {
      throw fault(String.valueOf(fault.getMessage()));
    }
  }

  /** An id, also where the sender expanded it into the whole object. */
  String id(Kind kind, String column) throws Unreadable {
    Part id = isObject() ? at("id") : this;
    if (!id.absent() && !id.node.isString()) {
      throw id.fault("is no text");
    }
    return id.read(kind, column);
  }

  /** A word, as it stands there. */
  Optional<String> word() {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }

  boolean is(String word) {
    return word().filter(word::equals).isPresent();
  }

  /** False when absent. */
  boolean flag() throws Unreadable {
    if (absent() || node.isBoolean()) {
      return node.asBoolean(false);
    }
    throw fault("is '" + shown() + "'; it must be true or false");
  }

  Optional<Instant> time() throws Unreadable {
    if (absent()) {
      return Optional.empty();
    }
    long seconds = node.isIntegralNumber() && node.canConvertToLong() ? node.asLong() : 0;
    if (seconds <= 0 || seconds >= YEAR_2201) {
      throw fault("is '" + shown() + "'; it must be seconds since 1970, at most in the year 2200");
    }
    return Optional.of(Instant.ofEpochSecond(seconds));
  }

  /** The day in UTC. */
  Optional<LocalDate> day() throws Unreadable {
    return time().map(StripeHistory::day);
  }

  /** A number of any sign, with as many decimals as it has. */
  BigDecimal number() throws Unreadable {
    String text = text();
    try {
      BigDecimal number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
      if (number != null && Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw fault("is '" + shown() + "'; it must be a number like 1500");
  }

  Unreadable fault(String what) {
    return new Unreadable((place.isEmpty() ? "the object" : place) + " " + what);
  }

  private String text() throws Unreadable {
    if (!node.isString() && !node.isNumber()) {
      throw fault(absent() ? "is missing" : "is neither a text nor a number");
    }
    String text = node.asString().strip();
    if (text.isEmpty()) {
      throw fault("is empty");
    }
    return text;
  }

  private String shown() {
    return PlainText.of(node.isString() ? node.asString() : node.toString(), 60);
  }
}
