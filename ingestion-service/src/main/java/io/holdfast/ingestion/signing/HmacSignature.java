package io.holdfast.ingestion.signing;

import io.holdfast.ingestion.sources.SignatureRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * An HMAC-SHA256 in a header of the sender's choice, under the bytes of the secret's text, as
 * {@link SignatureRule} says.
 */
final class HmacSignature implements SignatureScheme {
  private static final long MILLISECONDS_FROM = 100_000_000_000L;
  private final SignatureRule rule;

  HmacSignature(SignatureRule rule) {
    this.rule = rule;
  }

  @Override
  public List<String> headers() {
    return Stream.of(rule.header(), rule.timestampHeader(), rule.idHeader())
        .filter(Objects::nonNull)
        .map(String.class::cast)
        .toList();
  }

  @Override
  public Judgement judge(HttpHeaders headers, byte[] body, String secret, Instant now) {
    String before =
        rule.before()
            .replace("{timestamp}", header(headers, rule.timestampHeader()))
            .replace("{id}", header(headers, rule.idHeader()));
    byte[] code = HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), before, body);
    boolean genuine = HmacSha256.oneOf(signatures(headers), encoded(code));
    if (rule.timestampHeader() == null) {
      return genuine ? Judgement.GENUINE : Judgement.FORGED;
    }
    return time(header(headers, rule.timestampHeader()))
        .map(time -> SignatureScheme.signedAt(time, genuine, now, rule.tolerance()))
        .orElse(Judgement.FORGED);
  }

  /** Its own name, else the digest of what it says: the same again is a repetition. */
  @Override
  public String id(HttpHeaders headers, byte[] body) {
    return rule.idHeader() == null ? digest(body) : header(headers, rule.idHeader());
  }

  private List<String> signatures(HttpHeaders headers) {
    String prefix = rule.prefix();
    return Stream.of(header(headers, rule.header()).split(","))
        .map(String::strip)
        .filter(one -> one.startsWith(prefix))
        .map(one -> one.substring(prefix.length()))
        .map(one -> rule.hex() ? one.toLowerCase(Locale.ROOT) : one)
        .toList();
  }

  private String encoded(byte[] code) {
    return rule.hex() ? HexFormat.of().formatHex(code) : Base64.getEncoder().encodeToString(code);
  }

  private static Optional<Instant> time(String text) {
    try {
      if (text.matches("\\d{1,15}")) {
        long number = Long.parseLong(text);
        return Optional.of(
            number < MILLISECONDS_FROM
                ? Instant.ofEpochSecond(number)
                : Instant.ofEpochMilli(number));
      }
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String header(
      HttpHeaders headers, @org.jspecify.annotations.Nullable String name) {
    return name == null ? "" : Objects.requireNonNullElse(headers.getFirst(name), "");
  }
}
