package io.holdfast.local.state;

import io.holdfast.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything one instance keeps on disk; removing the directory forgets the instance. */
public record StateDirectory(Path root) {

  private static final long NEEDED_MEGABYTES = 1024;
  private static final List<String> FORGOTTEN =
      List.of(
          "supervisor.properties",
          "outcome",
          "ports.properties",
          "secrets.properties",
          "options.properties",
          "done.properties",
          "clock",
          "demo.lock",
          "parts",
          "errands",
          "postgres",
          "postgres.unfinished",
          "postgres.password",
          "kafka",
          "provider",
          "mail");

  public StateDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /** Creates what is missing. */
  public StateDirectory prepared() {
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      for (Path folder : List.of(root.resolve("log"), root.resolve("parts"), mail(), cache())) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new Refusal("The state directory %s cannot be written: %s.".formatted(root, e), e);
    }
    return this;
  }

  public Path supervisor() {
    return root.resolve("supervisor.properties");
  }

  public Path lock() {
    return root.resolve("supervisor.lock");
  }

  public KeptValues ports() {
    return new KeptValues(root.resolve("ports.properties"));
  }

  public KeptValues secrets() {
    return new KeptValues(root.resolve("secrets.properties"));
  }

  /** What has been done once and need not be done again: migrations, the demo company. */
  public KeptValues done() {
    return new KeptValues(root.resolve("done.properties"));
  }

  public Path part(String name) {
    return root.resolve("parts").resolve(name + ".properties");
  }

  /** Records of programs that run to their end. */
  public Path errands() {
    return root.resolve("errands");
  }

  public Path errand(String name) {
    return errands().resolve(name + ".properties");
  }

  /** Held by whoever loads the demo company. */
  public Path demoLock() {
    return root.resolve("demo.lock");
  }

  /** The options the platform was started with. */
  public KeptValues options() {
    return new KeptValues(root.resolve("options.properties"));
  }

  public Path log(String name) {
    return root.resolve("log").resolve(name + ".log");
  }

  /** Written when the platform is ready, for whoever waits for it. */
  public Path outcome() {
    return root.resolve("outcome");
  }

  /** The offset of the business clock, read by every service. */
  public Path clock() {
    return root.resolve("clock");
  }

  public Path mail() {
    return root.resolve("mail");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path provider() {
    return root.resolve("provider");
  }

  /** Copies of programs; derived from the build, so it outlives a wipe. */
  public Path cache() {
    return root.resolve("cache");
  }

  /** Refuses to go on with a disk that is about to fill up. */
  public void requireSpace() {
    try {
      long free = Files.getFileStore(root).getUsableSpace() / (1024 * 1024);
      if (free < NEEDED_MEGABYTES) {
        throw new Refusal(
            "The disk of %s has %d MB free; Holdfast needs at least %d MB."
                .formatted(root, free, NEEDED_MEGABYTES));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what was kept here; the cache and the progress of this very run stay. */
  public void wipe() {
    try (Stream<Path> logs = Files.list(root.resolve("log"))) {
      for (String name : FORGOTTEN) {
        delete(root.resolve(name));
      }
      Set<Path> ofThisRun = Set.of(log("up"), log("up-complaints"));
      for (Path log : logs.filter(Predicate.not(ofThisRun::contains)).toList()) {
        delete(log);
      }
    } catch (IOException e) {
      throw new Refusal("The state directory %s cannot be wiped: %s.".formatted(root, e), e);
    }
  }

  public static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
