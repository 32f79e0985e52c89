package io.holdfast.tenancy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list, as a parameter of a WebFlux controller method: filters, {@code limit},
 * {@code sort} and {@code cursor}.
 */
public record ListQuery(Map<String, String> parameters, Cursors cursors) {
  public ListQuery {
    Map<String, String> given = new LinkedHashMap<>(parameters);
    given.values().removeIf(Objects::isNull); // ?name without a value
    parameters = Map.copyOf(given);
  }

  public @Nullable String get(String parameter) {
    return parameters.get(parameter);
  }

  /**
   * Reads {@code limit}, {@code sort} and {@code cursor}.
   *
   * @throws Problem 400 when one of them is not valid
   */
  public PageQuery page(String usualSort, Collection<String> allowed) {
    return PageQuery.parse(parameters, usualSort, allowed, cursors);
  }
}
