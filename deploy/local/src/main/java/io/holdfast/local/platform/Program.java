package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.process.Errand;
import io.holdfast.local.process.JavaProgram;
import io.holdfast.local.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A service as it was built at one moment, unpacked into the cache: a new build does not pull the
 * ground from under a running process.
 *
 * @param key tells this build from others
 */
record Program(Service service, Path jar, String key, String version) {

  static Program unpack(Service service, Instance instance) throws InterruptedException {
    Path built = built(service, instance.project());
    String version = version(service, built);
    try {
      String key =
          Long.toHexString(Files.size(built))
              + "-"
              + Long.toHexString(Files.getLastModifiedTime(built).toMillis());
      Path builds = instance.state().cache().resolve(service.word());
      Path folder = builds.resolve(key);
      if (!Files.isDirectory(folder)) {
        removeOthers(builds);
        extract(built, folder, instance.errand(service.word() + "-unpacking"));
      }
      return new Program(service, folder.resolve(built.getFileName()), key, version);
    } catch (IOException e) {
      throw new Refusal("%s cannot be unpacked: %s.".formatted(service.word(), e), e);
    }
  }

  /** With what HOLDFAST_JAVA_OPTIONS names; of two that contradict the JVM takes the later. */
  JavaProgram java() {
    String options = System.getenv().getOrDefault("HOLDFAST_JAVA_OPTIONS", "").strip();
    JavaProgram java = JavaProgram.ofJar(jar, service.heapMegabytes());
    return options.isEmpty() ? java : java.with(options.split("\\s+"));
  }

  AotCache aotCache() {
    return new AotCache(Objects.requireNonNull(jar.getParent()), service.word());
  }

  private static void extract(Path built, Path folder, Errand unpacking)
      throws IOException, InterruptedException {
    Path unfinished = folder.resolveSibling("." + folder.getFileName() + ".unfinished");
    StateDirectory.delete(unfinished);
    int outcome =
        unpacking.run(
            JavaProgram.ofJar(built, 64)
                .with("-Djarmode=tools")
                .command("extract", "--destination", unfinished.toString()),
            Map.of());
    if (outcome != 0) {
      throw new Refusal(
          "%s cannot be unpacked; the log tells why: %s.".formatted(built, unpacking.log()));
    }
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeOthers(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> builds = Files.list(folder)) {
      for (Path build : builds.toList()) {
        StateDirectory.delete(build);
      }
    }
  }

  private static Path built(Service service, Path project) {
    Path target = project.resolve(service.module()).resolve("target");
    try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
      List<Path> jars =
          files
              .filter(f -> f.getFileName().toString().startsWith(service.module() + "-"))
              .filter(f -> f.getFileName().toString().endsWith(".jar"))
              .toList();
      if (jars.size() != 1) {
        throw new Refusal(
            "There should be one jar of %s in %s, there are %d; 'mvn -DskipTests package' makes it."
                .formatted(service.word(), target, jars.size()));
      }
      return jars.getFirst();
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s.".formatted(target, e), e);
    }
  }

  private static String version(Service service, Path jar) {
    String name = jar.getFileName().toString();
    return name.substring(service.module().length() + 1, name.length() - ".jar".length());
  }
}
