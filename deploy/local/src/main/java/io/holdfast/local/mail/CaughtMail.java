package io.holdfast.local.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One message, decoded for reading. */
public record CaughtMail(
    Path file, Instant caughtAt, String from, String to, String subject, String text) {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS'Z'");

  static CaughtMail read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(null, in);
      return new CaughtMail(
          file,
          caughtAt(file),
          addresses(message.getFrom()),
          addresses(message.getRecipients(Message.RecipientType.TO)),
          Optional.ofNullable(message.getSubject()).orElse("(no subject)"),
          text(message, "text/plain").or(() -> text(message, "text/html")).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      return new CaughtMail(file, caughtAt(file), "", "", "(unreadable: " + e + ")", "");
    }
  }

  private static Instant caughtAt(Path file) {
    String name = file.getFileName().toString();
    return LocalDateTime.parse(name.substring(0, name.indexOf('Z') + 1), NAME)
        .toInstant(ZoneOffset.UTC);
  }

  private static String addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? ""
        : Arrays.stream(addresses)
            .map(a -> a instanceof InternetAddress i ? i.toUnicodeString() : a.toString())
            .collect(Collectors.joining(", "));
  }

  /** The first part of the type, however deep it lies. */
  private static Optional<String> text(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        return Optional.of(String.valueOf(part.getContent()));
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart inner = parts.getBodyPart(i);
          Optional<String> found = text(inner, type);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    } catch (IOException | MessagingException _) {
      return Optional.empty();
    }
  }
}
