package io.holdfast.notification.channel;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where outgoing calls may go: only to public addresses, whatever way they are written or resolved.
 *
 * @param exceptions {@code host:port} pairs allowed all the same; for receivers on the developer's
 *     own machine
 */
public record EgressPolicy(Set<String> exceptions) {

  /** Looks like a number where names never do: "2130706433", "0x7f.1", "127.1", "10.0.0.5". */
  private static final Pattern NUMERIC =
      Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([a-z0-9_.-]+|\\[[0-9a-f:.]+]):[0-9]{1,5}");

  private static final Set<String> INWARD_NAMES =
      Set.of("localhost", "local", "internal", "intranet", "lan", "home", "corp", "localdomain");

  public EgressPolicy {
    exceptions =
        exceptions.stream()
            .filter(pair -> !pair.isBlank())
            .map(EgressPolicy::hostAndPort)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String hostAndPort(String pair) {
    String read = pair.strip().toLowerCase(Locale.ROOT);
    if (!HOST_AND_PORT.matcher(read).matches()) {
      throw new IllegalArgumentException(
          "'" + pair + "' is no host and port; write it like 127.0.0.1:9000");
    }
    return read.replace("[", "").replace("]", "");
  }

  /**
   * What speaks against an address already by the way it is written, before any name is resolved.
   */
  public Optional<String> objectionTo(Destination destination) {
    if (excepts(destination)) {
      return Optional.empty();
    }
    String host = destination.host();
    String lastLabel = host.substring(host.lastIndexOf('.') + 1);
    if (INWARD_NAMES.contains(lastLabel)) {
      return Optional.of("The host " + host + " names a machine of the inner network");
    }
    if (!host.contains(":") && NUMERIC.matcher(host).matches() && !isDottedQuad(host)) {
      return Optional.of(
          "The host "
              + host
              + " is a number in disguise. Write IPv4 addresses as four decimal numbers");
    }
    return Optional.empty();
  }

  /**
   * What speaks against the addresses a destination's host stands for: one bad address is enough.
   */
  public Optional<String> objectionTo(Destination destination, Collection<InetAddress> resolved) {
    Optional<String> written = objectionTo(destination);
    if (written.isPresent() || excepts(destination)) {
      return written;
    }
    return resolved.stream()
        .filter(address -> !PublicAddress.is(address))
        .findFirst()
        .map(
            address ->
                "The host "
                    + destination.host()
                    + " stands for "
                    + address.getHostAddress()
                    + ", which is not a public address");
  }

  private boolean excepts(Destination destination) {
    return exceptions.contains(destination.hostAndPort());
  }

  private static boolean isDottedQuad(String host) {
    if (!DOTTED_QUAD.matcher(host).matches()) {
      return false;
    }
    for (String part : host.split("\\.")) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }
}
