package io.holdfast.messaging.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Waits for the last answer about several records, and tells the first failure among them. */
final class Acknowledgements {
  private final AtomicInteger open = new AtomicInteger(1); // the one who hands over
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final CompletableFuture<Void> all = new CompletableFuture<>();

  void oneMore() {
    open.incrementAndGet();
  }

  void one(@Nullable Exception failed) {
    if (failed != null) {
      failure.compareAndSet(null, failed);
    }
    if (open.decrementAndGet() == 0) {
      Exception first = failure.get();
      if (first == null) {
        all.complete(null);
      } else {
        all.completeExceptionally(first);
      }
    }
  }

  boolean failed() {
    return failure.get() != null;
  }

  CompletableFuture<Void> allHandedOver() {
    one(null);
    return all;
  }
}
