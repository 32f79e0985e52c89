package io.holdfast.ingestion.stripe;

/** What cannot be read in a Stripe object: its place, then what is wrong there. */
final class Unreadable extends Exception {
  Unreadable(String message) {
    super(message, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
