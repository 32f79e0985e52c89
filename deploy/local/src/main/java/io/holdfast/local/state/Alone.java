package io.holdfast.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Work that one thread of one process does at a time; it may ask again while it is at it. */
record Alone(Path lock) {

  /** Locks of files belong to the process; among its threads this lock decides. */
  private static final Object THREADS = new Object();

  private static final Set<Path> HELD = new HashSet<>();

  <T> T run(Supplier<T> work) {
    synchronized (THREADS) {
      if (!HELD.add(lock)) {
        return work.get();
      }
      try {
        Files.createDirectories(lock.toAbsolutePath().getParent());
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock _ = channel.lock()) {
          return work.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        HELD.remove(lock);
      }
    }
  }
}
