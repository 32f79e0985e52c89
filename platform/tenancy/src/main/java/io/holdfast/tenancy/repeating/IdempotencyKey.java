package io.holdfast.tenancy.repeating;

import io.holdfast.tenancy.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What a client names a request by, so that sending it twice does it once. */
public record IdempotencyKey(String value) {
  public static final String HEADER = "Idempotency-Key";

  /** Of an answer that was given before. */
  public static final String REPLAYED = "Idempotent-Replayed";

  private static final int MOST = 255;

  public IdempotencyKey {
    if (value.isEmpty()
        || value.length() > MOST
        || !value.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
      throw Problem.badRequest(
          "invalid_idempotency_key",
          "Idempotency-Key must be 1 to 255 visible ASCII characters without spaces, best a random"
              + " UUID; leave it out to do the request each time it is sent");
    }
  }

  /**
   * The key a request bears, if it bears one.
   *
   * @throws Problem 400 when it is not valid or there are several
   */
  public static Optional<IdempotencyKey> of(HttpHeaders headers) {
    List<String> given = headers.getOrEmpty(HEADER);
    if (given.size() > 1) {
      throw Problem.badRequest("invalid_idempotency_key", "Idempotency-Key must be given once");
    }
    return given.stream().findFirst().map(IdempotencyKey::new);
  }
}
