package io.holdfast.systemtests.faults;

import io.holdfast.systemtests.LocalPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/**
 * A platform with two instances of everything, whose services reach the database through the {@link
 * CommitCutter}, whose broker keeps its log on a disk that can be filled, and whose consumers may
 * be slow for 20 seconds only.
 */
final class FaultPlatform implements AutoCloseable {
  static final int INSTANCES = 2;
  private static final int LONGEST_POLL_MILLIS = 20_000;

  private final Path state = LocalPlatform.folder("platform-faults");
  private final CommitCutter cutter = new CommitCutter(this::databasePort);
  private final Optional<SmallDisk> brokersDisk;
  private final Optional<SmallDisk> databasesDisk;
  private final LocalPlatform platform;

  /**
   * @param length how long events will come, for which the archive's disk must do
   */
  FaultPlatform(Duration length) {
    try {
      SmallDisk.run("umount", "-l", state.resolve("kafka").toString()); // of a run that was killed
      SmallDisk.run("umount", "-l", state.resolve("small").toString());
      FileSystemUtils.deleteRecursively(state);
      Files.createDirectories(state);
      Files.createFile(state.resolve("supervisor.lock")); // so that the folder is known as a state
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    brokersDisk = SmallDisk.mounted(state.resolve("kafka"), 1024);
    databasesDisk =
        SmallDisk.mounted(state.resolve("small"), 64 + Math.toIntExact(length.toMinutes()) * 8);
    platform =
        LocalPlatform.resumed(
            state,
            "--no-demo",
            "--instances",
            Integer.toString(INSTANCES),
            "--set",
            "HOLDFAST_DB_PORT=" + cutter.port(),
            "--set",
            "SPRING_APPLICATION_JSON={\"spring.cloud.stream.kafka.binder.consumer-properties"
                + "[max.poll.interval.ms]\":\""
                + LONGEST_POLL_MILLIS
                + "\"}");
  }

  LocalPlatform platform() {
    return platform;
  }

  CommitCutter cutter() {
    return cutter;
  }

  Optional<SmallDisk> brokersDisk() {
    return brokersDisk;
  }

  Optional<SmallDisk> databasesDisk() {
    return databasesDisk;
  }

  /** Chosen by the launcher, after the cutter has begun. */
  private int databasePort() {
    Properties ports = new Properties();
    try (var in = Files.newInputStream(state.resolve("ports.properties"))) {
      ports.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Integer.parseInt(ports.getProperty("postgresql"));
  }

  @Override
  public void close() {
    platform.close();
    cutter.close();
    brokersDisk.ifPresent(SmallDisk::close);
    databasesDisk.ifPresent(SmallDisk::close);
  }
}
