package io.holdfast.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as bytes, made once. Each {@value #NUMBER} in its body becomes a number that no other
 * request of the run has, of the same length, so that nothing has to be built while the clock runs.
 * It is written from its last digit on: what follows each other lies far apart in an index, as the
 * ids of SDKs do.
 */
public final class PreparedRequest {
  public static final String NUMBER = "0123456789abcdef";

  private final byte[] bytes;
  private final int[] places;

  private PreparedRequest(byte[] bytes, int[] places) {
    this.bytes = bytes;
    this.places = places;
  }

  public static PreparedRequest get(URI uri, Map<String, String> headers) {
    return of("GET", uri, headers, "");
  }

  public static PreparedRequest post(URI uri, Map<String, String> headers, String body) {
    return of("POST", uri, headers, body);
  }

  private static PreparedRequest of(
      String method, URI uri, Map<String, String> headers, String body) {
    StringBuilder head = new StringBuilder();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    head.append(method).append(' ').append(uri.getRawPath()).append(query);
    head.append(" HTTP/1.1\r\n");
    head.append("Host: ").append(uri.getAuthority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    if (method.equals("POST")) {
      head.append("Content-Type: application/json\r\n");
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    int begin = all.size();
    all.writeBytes(content);
    return new PreparedRequest(all.toByteArray(), places(content, begin));
  }

  private static int[] places(byte[] content, int begin) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    List<Integer> found = new ArrayList<>();
    for (int at = text.indexOf(NUMBER); at >= 0; at = text.indexOf(NUMBER, at + 1)) {
      found.add(begin + at);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many numbers one request uses up. */
  int numbers() {
    return places.length;
  }

  /** The bytes with numbers from {@code first} on. */
  byte[] numbered(long first) {
    byte[] copy = bytes.clone();
    long number = first;
    for (int place : places) {
      long rest = number++;
      for (int digit = 0; digit < NUMBER.length(); digit++) {
        copy[place + digit] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return copy;
  }
}
