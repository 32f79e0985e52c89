package io.holdfast.tenancy.repeating;

import io.holdfast.tenancy.Principal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A request under a key. The key counts for one route and one client, which is a subject of a
 * tenant; others may use the same.
 *
 * @param route method and pattern of the path
 * @param bodyDigest SHA-256 of the body
 */
public record KeyedRequest(
    Principal principal, String route, IdempotencyKey key, URI address, byte[] bodyDigest) {

  /** Names the request within its tenant. */
  byte[] id() {
    return sha256(
        String.join("\n", principal.subject(), route, key.value())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What another request under the same key must be equal in. */
  Said said() {
    return new Said(
        address.getRawPath(),
        Objects.requireNonNullElse(address.getRawQuery(), ""),
        HexFormat.of().formatHex(bodyDigest));
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  record Said(String path, String query, String body) {

    List<String> differencesTo(Said other) {
      List<String> differences = new ArrayList<>();
      if (!path.equals(other.path)) {
        differences.add("path");
      }
      if (!query.equals(other.query)) {
        differences.add("query");
      }
      if (!body.equals(other.body)) {
        differences.add("body");
      }
      return differences;
    }
  }
}
