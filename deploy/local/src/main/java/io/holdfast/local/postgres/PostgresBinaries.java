package io.holdfast.local.postgres;

import io.holdfast.local.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's programs, unpacked once from the archive on the class path. */
public record PostgresBinaries(Path home, String version) {

  private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+)[.\\d]*\\.jar");

  public static PostgresBinaries unpackedIn(Path cache) {
    String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL url = PostgresBinaries.class.getResource("/" + archive);
    if (url == null) {
      throw new Refusal("There is no PostgreSQL for this kind of machine (%s).".formatted(archive));
    }
    String version = version(url.toString());
    Path home = cache.resolve("postgresql-" + version);
    try {
      if (!Files.isDirectory(home)) {
        Path unfinished = Files.createTempDirectory(cache, ".postgresql");
        try (InputStream compressed = url.openStream()) {
          unpack(compressed, unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new Refusal("PostgreSQL cannot be unpacked into %s: %s.".formatted(home, e), e);
    }
    return new PostgresBinaries(home, version);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  static String archive(String system, String architecture) {
    String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String cpu =
        switch (architecture) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    return "postgres-" + os + "-" + cpu + ".txz";
  }

  static String version(String url) {
    Matcher matcher = VERSION.matcher(url);
    return matcher.find() ? matcher.group(1) : "18";
  }

  private static void unpack(InputStream compressed, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make executable: " + target);
          }
        }
      }
    }
  }
}
