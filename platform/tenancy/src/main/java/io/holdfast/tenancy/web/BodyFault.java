package io.holdfast.tenancy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Why a JSON body could not be read, in the words of who sent it: its own fields and what they must
 * be, never a class of ours.
 */
final class BodyFault {
  private BodyFault() {}

  static String told(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof JacksonException fault) {
        return told(fault);
      }
      cause = cause.getCause();
    }
    return "The body cannot be read.";
  }

  private static String told(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          "%s is no field of this; its fields are %s."
              .formatted(place(unknown), fields(unknown.getKnownPropertyIds()));
      case InvalidFormatException value ->
          "%s is '%s'; it must be %s."
              .formatted(place(value), value.getValue(), form(value.getTargetType()));
      case MismatchedInputException shape ->
          "%s must be %s.".formatted(place(shape), form(shape.getTargetType()));
      case StreamReadException malformed ->
          "The body is not JSON: %s%s."
              .formatted(firstLine(malformed.getOriginalMessage()), at(malformed.getLocation()));
      default -> "%s cannot be read.".formatted(place(fault));
    };
  }

  /** {@code 'to[1].name'}, or the body as a whole. */
  private static String place(JacksonException fault) {
    String path =
        fault.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
            .collect(Collectors.joining());
    String plain = path.startsWith(".") ? path.substring(1) : path;
    return plain.isEmpty() ? "The body" : "'" + plain + "'";
  }

  private static String fields(@Nullable Collection<Object> known) {
    return known == null
        ? "others"
        : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String form(@Nullable Class<?> type) {
    if (type == null) {
      return "of another form";
    }
    if (type.isEnum()) {
      return "one of "
          + List.of(type.getEnumConstants()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (type == String.class || type == char.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (type == Instant.class) {
      return "a time like 2025-01-31T09:00:00Z";
    }
    if (type == LocalDate.class) {
      return "a date like 2025-01-31";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "of another form";
  }

  private static String at(@Nullable TokenStreamLocation place) {
    return place == null || place.getLineNr() < 1
        ? ""
        : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
