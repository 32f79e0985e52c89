package io.holdfast.ingestion.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** How a sender proves that a delivery is its own, and fresh. */
public interface SignatureScheme {
  /** How old a signature may be, and how far ahead. */
  Duration TOLERANCE = Duration.ofSeconds(300);

  /** What is to be thought of a delivery. */
  enum Judgement {
    GENUINE,
    /** Signed with the secret, but too long ago, or ahead: perhaps replayed. */
    STALE,
    FORGED
  }

  /** The headers a delivery cannot do without. */
  List<String> headers();

  /**
   * Judges a delivery that has the headers.
   *
   * @param now by the real clock
   */
  Judgement judge(HttpHeaders headers, byte[] body, String secret, Instant now);

  /** Names a delivery that has the headers; the same on every attempt. */
  String id(HttpHeaders headers, byte[] body);

  /** The judgement of a signature that was made at that time. */
  static Judgement signedAt(Instant time, boolean genuine, Instant now) {
    return signedAt(time, genuine, now, TOLERANCE);
  }

  static Judgement signedAt(Instant time, boolean genuine, Instant now, Duration tolerance) {
    if (!genuine) {
      return Judgement.FORGED;
    }
    Duration age = Duration.between(time, now).abs();
    return age.compareTo(tolerance) > 0 ? Judgement.STALE : Judgement.GENUINE;
  }
}
