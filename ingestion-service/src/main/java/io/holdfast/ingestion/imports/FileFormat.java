package io.holdfast.ingestion.imports;

import io.holdfast.tenancy.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How the lines of a file are written. */
enum FileFormat {
  CSV,
  NDJSON;

  private static final Set<Charset> READ =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the sender says it is; empty when the first bytes have to tell. */
  static Optional<FileFormat> declared(HttpHeaders headers) {
    String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("The body is encoded as " + encoding + "; send the file unpacked.");
    }
    return type(headers).flatMap(FileFormat::of);
  }

  private static Optional<FileFormat> of(MediaType type) {
    if (type.getType().equals("multipart")) {
      throw unsupported("The body must be the file itself, not a form with the file in it.");
    }
    Charset charset = type.getCharset();
    if (charset != null && !READ.contains(charset)) {
      throw unsupported("The file is " + charset + "; save it as UTF-8.");
    }
    String subtype = type.getSubtype();
    if (subtype.equals("csv")) {
      return Optional.of(CSV);
    }
    return subtype.contains("json") ? Optional.of(NDJSON) : Optional.empty();
  }

  private static Optional<MediaType> type(HttpHeaders headers) {
    try {
      return Optional.ofNullable(headers.getContentType());
    } catch (InvalidMediaTypeException _) {
      return Optional.empty();
    }
  }

  static Problem unsupported(String detail) {
    return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_file", detail);
  }
}
