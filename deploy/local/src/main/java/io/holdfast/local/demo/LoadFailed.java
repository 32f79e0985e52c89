package io.holdfast.local.demo;

/** The demo company could not be loaded; the message says what the platform answered. */
public final class LoadFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoadFailed(String message) {
    super(message);
  }

  LoadFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
