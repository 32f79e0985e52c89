package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a source signs, as it is asked for. */
@Schema(name = "Signature")
record SignatureRequest(
    @Schema(allowableValues = {"standard", "hmac"}) @Nullable String scheme,
    @Schema(description = "hmac: the shared secret, 16 to 500 characters", minLength = 16)
        @Nullable String secret,
    @Schema(description = "hmac: the header with the signature", example = "X-Signature")
        @Nullable String header,
    @Schema(
            allowableValues = {"hex", "base64"},
            defaultValue = "hex")
        @Nullable String encoding,
    @Schema(description = "Before the signature, like sha256=", maxLength = 40)
        @Nullable String prefix,
    @Schema(
            description = "What is signed, ending with the body",
            example = "{timestamp}.{body}",
            defaultValue = "{body}")
        @Nullable String signed,
    @Schema(description = "Of seconds, milliseconds or an ISO time; needed by {timestamp}")
        @Nullable String timestampHeader,
    @Schema(description = "Names a delivery, the same on every attempt; absent: its body does")
        @Nullable String idHeader,
    @Schema(minimum = "1", maximum = "3600", defaultValue = "300")
        @Nullable Integer toleranceSeconds) {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final String BODY = "{body}";
  private static final int FEWEST = 16;
  private static final int MOST = 500;

  /** The rule asked for; empty for Standard Webhooks. */
  Optional<SignatureRule> rule() {
    if ("standard".equals(scheme)) {
      return Optional.empty();
    }
    if (!"hmac".equals(scheme)) {
      throw refused("scheme must be standard or hmac");
    }
    String text = Objects.requireNonNullElse(signed, BODY);
    boolean stamped = text.contains("{timestamp}");
    if (!text.endsWith(BODY) || text.indexOf(BODY) != text.length() - BODY.length()) {
      throw refused("signed must end with {body}");
    }
    if (stamped != (timestampHeader != null)) {
      throw refused("timestampHeader and {timestamp} in signed belong together");
    }
    if (text.contains("{id}") && idHeader == null) {
      throw refused("{id} in signed needs idHeader");
    }
    String way = Objects.requireNonNullElse(encoding, "hex");
    if (!way.equals("hex") && !way.equals("base64")) {
      throw refused("encoding must be hex or base64");
    }
    int seconds = Objects.requireNonNullElse(toleranceSeconds, 300);
    if (seconds < 1 || seconds > 3_600) {
      throw refused("toleranceSeconds must be a number from 1 to 3,600");
    }
    String before = Objects.requireNonNullElse(prefix, "");
    if (before.length() > 40 || before.indexOf(',') >= 0) {
      throw refused("prefix may have 40 characters and no comma");
    }
    return Optional.of(
        new SignatureRule(
            named("header", Objects.requireNonNullElse(header, "")),
            way.equals("hex"),
            before,
            text.substring(0, text.length() - BODY.length()),
            timestampHeader == null ? null : named("timestampHeader", timestampHeader),
            idHeader == null ? null : named("idHeader", idHeader),
            Duration.ofSeconds(seconds)));
  }

  /** The secret to sign with from now on; 422 when the scheme cannot do with it. */
  SigningSecret signingSecret() {
    if (!"hmac".equals(scheme)) {
      return SigningSecret.next(SourceKind.JSON, secret);
    }
    if (secret == null || secret.length() < FEWEST || secret.length() > MOST) {
      throw refused("secret must have 16 to 500 characters");
    }
    return new SigningSecret(secret, false);
  }

  private static String named(String what, String header) {
    if (!HEADER.matcher(header).matches()) {
      throw refused(what + " must be the name of a header");
    }
    return header;
  }

  private static Problem refused(String why) {
    return Problem.unprocessable("invalid_signature_rule", why + ".");
  }
}
