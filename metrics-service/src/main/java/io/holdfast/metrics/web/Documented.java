package io.holdfast.metrics.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the query parameters that recur are described; {@link Asked} reads them. */
interface Documented {

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "First month, included; eleven before the last unless given",
      schema = @Schema(type = "string", format = "yyyy-MM"),
      example = "2025-01")
  @interface From {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description =
          "Last month, included; the current one unless given. At most 120 months; those after the"
              + " current one are not listed",
      schema = @Schema(type = "string", format = "yyyy-MM"),
      example = "2025-12")
  @interface To {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "period",
      in = ParameterIn.QUERY,
      description = "The month; the current one unless given",
      schema = @Schema(type = "string", format = "yyyy-MM"),
      example = "2025-01")
  @interface Period {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "window",
      in = ParameterIn.QUERY,
      description =
          "How long the cohort is watched: the window ends with the month of the row (today, in the"
              + " current month) and begins so many months before",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"1m", "3m", "12m"},
              defaultValue = "1m"))
  @interface Window {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "basis",
      in = ParameterIn.QUERY,
      description =
          "Where what was learnt about a closed month stands: reported, in the first open month as"
              + " a restatement; restated, in the month it concerns (restatement is then 0)",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"reported", "restated"},
              defaultValue = "reported"))
  @interface OnBasis {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description =
          "Shows the books as they stood at this instant: with the facts and closings known by"
              + " then",
      schema = @Schema(type = "string", format = "date-time"),
      example = "2025-03-31T00:00:00Z")
  @interface KnownAt {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "format",
      in = ParameterIn.QUERY,
      description = "Instead of an Accept header: json or csv",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"json", "csv"}))
  @interface Format {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "Items a page",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  @interface Limit {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "The next of the page before",
      schema = @Schema(type = "string"))
  @interface Cursor {}

  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      description = "What the list is sorted by, with - for descending",
      schema = @Schema(type = "string"))
  @interface Sort {}

  /** The months of a table. */
  @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @From
  @To
  @interface Months {}

  /** What a ratio is asked with. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @Months
  @Window
  @KnownAt
  @Format
  @interface Ratio {}

  /** What every list is asked with. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @Limit
  @Cursor
  @Sort
  @interface Paged {}
}
