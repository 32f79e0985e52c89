package io.holdfast.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that work from start to stop of the application. Whatever a worker ends with, an {@code
 * Error} too, is logged and it begins anew: a part that is ready must not have stopped working.
 */
public final class WorkerThreads {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  /** Works until it is told to stop or its thread is interrupted. */
  public interface Worker {
    void work() throws InterruptedException;

    void stop();
  }

  public synchronized void start(String name, Worker worker) {
    stopping = false;
    workers.add(worker);
    threads.add(Thread.ofPlatform().daemon().name(name).start(() -> keepWorking(name, worker)));
  }

  private void keepWorking(String name, Worker worker) {
    while (!stopping) {
      try {
        worker.work();
        return;
      } catch (InterruptedException _) {
        return;
      } catch (Throwable fault) {
        LOG.error("{} ended by a fault and begins anew in {}", name, PAUSE, fault);
        if (!paused()) {
          return;
        }
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  public synchronized void stop() {
    stopping = true;
    workers.forEach(Worker::stop);
    for (Thread thread : threads) {
      try {
        if (!thread.join(LONGEST_END)) {
          thread.interrupt();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    workers.clear();
    threads.clear();
  }

  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }
}
