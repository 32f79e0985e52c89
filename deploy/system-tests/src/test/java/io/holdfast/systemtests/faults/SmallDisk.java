package io.holdfast.systemtests.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of a size of its own, which can be filled and emptied again. */
final class SmallDisk implements AutoCloseable {
  private final Path place;
  private final Path ballast;

  private SmallDisk(Path place) {
    this.place = place;
    this.ballast = place.resolve("ballast");
  }

  /** Where that is not allowed, says so aloud; the tests go on without. */
  static Optional<SmallDisk> mounted(Path place, int megabytes) {
    try {
      Files.createDirectories(place);
      String size = "size=" + megabytes + "m,mode=0700";
      if (run("mount", "-t", "tmpfs", "-o", size, "tmpfs", place.toString())) {
        SmallDisk disk = new SmallDisk(place);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
        return Optional.of(disk);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    System.out.println("SKIPPED: no small file system can be mounted here, so no disk gets full");
    return Optional.empty();
  }

  Path place() {
    return place;
  }

  void fill() {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException _) {
      // full
    }
  }

  void empty() {
    try {
      Files.deleteIfExists(ballast);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    run("umount", "-l", place.toString());
  }

  static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
