package io.holdfast.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One try, as it stands in the delivery log.
 *
 * @param at real time
 * @param outcome one word: {@code accepted}, {@code failed}, {@code gone}, {@code impossible}
 */
public record Attempt(UUID deliveryId, Instant at, Duration took, String outcome, String detail) {

  private static final int LONGEST_DETAIL = 500;

  public Attempt {
    detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
  }

  public static Attempt of(Delivery delivery, Instant at, Duration took, SendOutcome outcome) {
    String word =
        switch (outcome) {
          case SendOutcome.Accepted _ -> "accepted";
          case SendOutcome.Failed _ -> "failed";
          case SendOutcome.Gone _ -> "gone";
          case SendOutcome.Impossible _ -> "impossible";
        };
    return new Attempt(delivery.id(), at, took, word, outcome.detail());
  }
}
