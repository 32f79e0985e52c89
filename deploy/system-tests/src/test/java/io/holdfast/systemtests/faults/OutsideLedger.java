package io.holdfast.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every id that was acknowledged, in the order of the acknowledgements, on disk before the client
 * goes on: the promise as somebody outside of the platform can prove it.
 */
final class OutsideLedger implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong longestWait = new AtomicLong();

  OutsideLedger(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  synchronized void acknowledged(List<String> ids) {
    try {
      channel.write(
          ByteBuffer.wrap((String.join("\n", ids) + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
      size.addAndGet(ids.size());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A request that was refused or got no answer, and is sent again. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  void waited(Duration time) {
    longestWait.accumulateAndGet(time.toMillis(), Math::max);
  }

  int size() {
    return size.get();
  }

  int requestsSentAgain() {
    return unanswered.get();
  }

  Duration longestWait() {
    return Duration.ofMillis(longestWait.get());
  }

  /** As it stands on disk. */
  List<String> ids(String prefix) {
    try (var lines = Files.lines(file)) {
      return lines.filter(id -> id.startsWith(prefix)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
