package io.holdfast.tenancy.repeating;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What a request was answered with, as far as it is kept: status, some headers, body. */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final List<String> KEPT =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

  public static Map<String, String> kept(HttpHeaders headers) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT) {
      String value = headers.getFirst(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return kept;
  }
}
