package io.holdfast.local.demo;

/** How far an import has come, as {@code GET /api/v1/imports/{id}} tells it. */
record ImportStatus(State state, long read, long accepted, long rejected, long duplicate) {

  enum State {
    RECEIVED,
    RUNNING,
    COMPLETED,
    FAILED
  }
}
