package io.holdfast.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/** The one page of the console, and the fingerprints of what stands inline in it. */
final class ConsoleShell {
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  private final String html;

  private ConsoleShell(String html) {
    this.html = html;
  }

  static ConsoleShell of(String html) {
    return new ConsoleShell(html);
  }

  static ConsoleShell read(Resource page) {
    try {
      return of(page.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String html() {
    return html;
  }

  /** CSP sources, {@code 'sha256-…'}, one for each inline script: the import map has no address. */
  List<String> inlineScripts() {
    return INLINE
        .matcher(html)
        .results()
        .map(script -> "'sha256-" + sha256(script.group(1)) + "'")
        .toList();
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
