package io.holdfast.notification.alert;

/** What became of an alert. */
public sealed interface AlertChange {

  Alert alert();

  /** New for this account and kind. */
  record Opened(Alert alert) implements AlertChange {}

  /** Was open, and is now more severe than it was: worth telling again. */
  record Worsened(Alert alert, Severity before) implements AlertChange {}

  /** Says nothing that was not known; the newest facts are kept. */
  record Repeated(Alert alert) implements AlertChange {}

  record Acknowledged(Alert alert) implements AlertChange {}

  record Closed(Alert alert) implements AlertChange {}

  /** Refused: it is closed, and stays as it was closed. */
  record AlreadyClosed(Alert alert) implements AlertChange {}
}
