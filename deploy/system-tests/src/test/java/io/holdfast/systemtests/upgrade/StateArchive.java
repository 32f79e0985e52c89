package io.holdfast.systemtests.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** What a stopped platform keeps, as one small file: databases, topics, keys and passwords. */
final class StateArchive {
  private static final List<String> KEPT =
      List.of("postgres", "kafka", "provider", "secrets.properties", "done.properties");

  private StateArchive() {}

  static void pack(Path state, Path archive) throws IOException {
    try (OutputStream file = Files.newOutputStream(archive);
        XZOutputStream compressed = new XZOutputStream(file, new LZMA2Options(9));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (String name : KEPT) {
        try (Stream<Path> paths = Files.walk(state.resolve(name))) {
          for (Path path : paths.sorted().toList()) {
            add(tar, state, path);
          }
        }
      }
    }
  }

  private static void add(TarArchiveOutputStream tar, Path state, Path path) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(path.toFile(), state.relativize(path).toString());
    entry.setIds(0, 0);
    entry.setNames("", "");
    tar.putArchiveEntry(entry);
    if (Files.isRegularFile(path)) {
      Files.copy(path, tar);
    }
    tar.closeArchiveEntry();
  }

  /** Into a folder that is made for it. */
  static void unpack(InputStream archive, Path state) throws IOException {
    Files.createDirectories(state);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = state.resolve(entry.getName()).normalize();
        if (!path.startsWith(state)) {
          throw new IOException(entry.getName() + " leads out of the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          // PostgreSQL refuses a folder that others may enter
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } else {
          Files.copy(tar, path);
        }
      }
    }
  }
}
