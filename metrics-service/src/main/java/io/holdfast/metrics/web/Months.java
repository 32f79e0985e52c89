package io.holdfast.metrics.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the query parameters that recur are described. */
interface Months {

  @Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(description = "First month; eleven before the last unless given", example = "2025-01")
  @interface From {}

  @Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      description = "Last month, included; the current one unless given. At most 120 months",
      example = "2025-12")
  @interface To {}

  @Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      description = "Length of the window that ends with each month: 1m (default), 3m or 12m",
      example = "12m")
  @interface Length {}

  @Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      description =
          "Where what was learnt about a closed month stands: reported (default), in the first"
              + " open month as a restatement; restated, in the month it concerns",
      example = "reported")
  @interface Standing {}

  @Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Parameter(
      description = "Shows the books as they stood at this instant, with what was known by then",
      example = "2025-03-31T00:00:00Z")
  @interface KnownAt {}
}
