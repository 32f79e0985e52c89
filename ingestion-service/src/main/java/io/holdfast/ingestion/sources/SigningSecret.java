package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.Problem;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source's deliveries are signed with.
 *
 * @param text absent for sources that sign nothing, and where the one kept is to stay
 * @param madeUp by Holdfast, so that the sender has to be told
 */
public record SigningSecret(@Nullable String text, boolean madeUp) {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 16;
  private static final int LONGEST = 500;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SigningSecret NONE = new SigningSecret(null, false);

  /** The secret of a new source; 422 when the kind cannot do with it. */
  static SigningSecret first(SourceKind kind, @Nullable String given) {
    if (kind == SourceKind.STRIPE && given == null) {
      throw Problem.unprocessable(
          "missing_signing_secret", "a stripe source needs signingSecret, the endpoint's whsec_…");
    }
    return next(kind, given);
  }

  /** The secret a source is rotated to; what Stripe signs with only Stripe can change. */
  static SigningSecret next(SourceKind kind, @Nullable String given) {
    return switch (kind) {
      case SEGMENT -> none(given);
      case STRIPE -> given == null ? NONE : new SigningSecret(checked(given), false);
      case JSON -> given == null ? random() : standard(checked(given));
    };
  }

  /** The bytes that a secret of Standard Webhooks stands for; empty when it is none. */
  public static Optional<byte[]> bytes(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      return bytes.length < FEWEST_BYTES ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What the answer shows, once. */
  @Nullable String shown() {
    return madeUp ? text : null;
  }

  @Override
  public String toString() {
    return "SigningSecret";
  }

  private static SigningSecret none(@Nullable String given) {
    if (given != null) {
      throw Problem.unprocessable(
          "unused_signing_secret", "a segment source signs nothing; leave signingSecret out");
    }
    return NONE;
  }

  private static SigningSecret standard(String given) {
    if (bytes(given).isEmpty()) {
      throw Problem.unprocessable(
          "invalid_signing_secret",
          "signingSecret must be whsec_ and the base64 of at least 16 bytes; left out, one is"
              + " made");
    }
    return new SigningSecret(given, false);
  }

  private static SigningSecret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes), true);
  }

  private static String checked(String given) {
    String secret = given.strip();
    if (secret.isEmpty() || secret.length() > LONGEST) {
      throw Problem.unprocessable(
          "invalid_signing_secret", "signingSecret must have 1 to 500 characters");
    }
    return secret;
  }
}
