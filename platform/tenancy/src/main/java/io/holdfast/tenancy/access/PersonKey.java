package io.holdfast.tenancy.access;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * By what services know a person of the tenant without keeping the address: SHA-256 of tenant and
 * address, in hexadecimal digits.
 */
public record PersonKey(String value) {

  public static PersonKey of(TenantId tenant, String email) {
    String text = tenant.value() + "\n" + email.strip().toLowerCase(Locale.ROOT);
    return new PersonKey(
        HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Some issuers name a person by the address, some by a subject that is one. */
  static Stream<PersonKey> of(Principal principal) {
    return Stream.concat(principal.email().stream(), Stream.of(principal.subject()))
        .distinct()
        .map(name -> of(principal.tenant(), name));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
