package io.holdfast.notification.alert;

import java.util.List;

/** What became of an alert. */
public sealed interface AlertChange {

  Alert alert();

  /**
   * New for this account and kind.
   *
   * @param muted the open alerts of the account that it speaks for from now on
   */
  record Opened(Alert alert, List<Alert> muted) implements AlertChange {
    public Opened {
      muted = List.copyOf(muted);
    }
  }

  /** Was open, and is now more severe or about one thing more: worth telling again. */
  record Worsened(Alert alert) implements AlertChange {}

  /** Says nothing that was not known; the newest facts are kept. */
  record Repeated(Alert alert) implements AlertChange {}

  /** One of several things it warned of is settled; the others are not. */
  record Eased(Alert alert) implements AlertChange {}

  record Acknowledged(Alert alert) implements AlertChange {}

  record Closed(Alert alert) implements AlertChange {}

  /** Refused: it is closed, and stays as it was closed. */
  record AlreadyClosed(Alert alert) implements AlertChange {}
}
