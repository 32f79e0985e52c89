package io.holdfast.notification.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An http(s) address that can be called, written without tricks: plain ASCII host, no user
 * information.
 *
 * @param host lower case, without the brackets of an IPv6 address
 * @param port the one written, or the scheme's
 */
public record Destination(URI uri, String host, int port) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9_.-]*[a-z0-9])?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
  private static final int LONGEST = 2_000;

  /** Reads an address as a person wrote it, or says what is wrong with it. */
  public static Reading read(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException _) {
      return new Malformed(
          "The URL cannot be read. Write it like https://hooks.example.com/holdfast");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return new Malformed("The URL must begin with https:// or http://");
    }
    if (text.length() > LONGEST) {
      return new Malformed("The URL may have " + LONGEST + " characters at most");
    }
    if (uri.getRawUserInfo() != null) {
      return new Malformed("The URL may not contain a user name or password");
    }
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      return new Malformed(
          "The host in the URL cannot be read. Write it in ASCII letters, digits, dots and"
              + " hyphens");
    }
    int port = uri.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      return new Malformed("The port in the URL must lie between 1 and 65535");
    }
    return new Readable(new Destination(uri, host.replace("[", "").replace("]", ""), port));
  }

  /** An address that has been read before. */
  public static Destination of(String text) {
    return switch (read(text)) {
      case Readable readable -> readable.destination();
      case Malformed malformed -> throw new IllegalArgumentException(malformed.because());
    };
  }

  /** Host and port as they stand in an allow-list. */
  public String hostAndPort() {
    return host + ":" + port;
  }

  /** Outcome of reading an address. */
  public sealed interface Reading {}

  /** It can be called, if its host may be. */
  public record Readable(Destination destination) implements Reading {}

  /** It cannot be understood safely. */
  public record Malformed(String because) implements Reading {}
}
