package io.holdfast.tenancy.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which list a request asks for: its address without what moves within the list. */
final class AskedList {
  /** A page may be of another size; the sort stands in the cursor itself. */
  private static final Set<String> WITHIN = Set.of("cursor", "limit", "sort");

  private AskedList() {}

  static String of(String path, Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> !WITHIN.contains(parameter.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }
}
