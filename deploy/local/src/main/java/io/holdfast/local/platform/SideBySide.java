package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps of a start, each begun as soon as what it needs is there. */
final class SideBySide {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<CompletableFuture<Void>> steps = new ArrayList<>();

  /** What is done in a step; it may wait. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  CompletableFuture<Void> begin(Step step) {
    return after(CompletableFuture.completedFuture(null), step);
  }

  CompletableFuture<Void> after(CompletableFuture<Void> needs, Step step) {
    CompletableFuture<Void> begun = needs.thenRunAsync(() -> run(step), threads);
    steps.add(begun);
    return begun;
  }

  /** Returns when every step is done; the first failure ends the wait. */
  void await() throws InterruptedException {
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    steps.forEach(
        step ->
            step.whenComplete(
                (_, failure) -> {
                  if (failure != null) {
                    outcome.completeExceptionally(failure);
                  }
                }));
    CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
        .thenRun(() -> outcome.complete(null));
    try {
      outcome.get();
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof Refusal refusal) {
          throw refusal;
        }
      }
      throw new IllegalStateException(e);
    }
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
