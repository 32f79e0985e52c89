package io.holdfast.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages as files, one each, in the order in which they came. */
public final class Mailbox {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  public Mailbox(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Written and synchronised under a name that is not listed, then renamed. */
  synchronized void keep(String from, String to, byte[] message) throws IOException {
    Files.createDirectories(folder);
    String name = NAME.format(clock.instant()) + "-" + UUID.randomUUID().toString().substring(0, 8);
    Path unfinished = folder.resolve("." + name);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length + 200);
    bytes.write(envelope(from, to).getBytes(StandardCharsets.UTF_8));
    bytes.write(message);
    try (FileChannel file =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
    Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
  }

  public List<CaughtMail> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".eml"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .map(CaughtMail::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String envelope(String from, String to) {
    return "Return-Path: <" + oneLine(from) + ">\r\nDelivered-To: " + oneLine(to) + "\r\n";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]", " ");
  }
}
