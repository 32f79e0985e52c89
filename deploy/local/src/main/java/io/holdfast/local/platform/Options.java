package io.holdfast.local.platform;

import io.holdfast.local.Misuse;
import io.holdfast.local.state.KeptValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the person asked of {@code up}.
 *
 * @param askedPort absent when any will do
 * @param egress receivers on this machine that webhooks may reach, as HOST:PORT
 */
public record Options(
    Optional<Integer> askedPort,
    boolean demo,
    boolean fresh,
    boolean detached,
    Collection<String> egress) {

  public static final int USUAL_PORT = 8080;
  private static final String RECEIVER = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):\\d+";

  public Options {
    egress = List.copyOf(new TreeSet<>(egress));
  }

  public static Options parse(List<String> words) {
    Optional<Integer> port = Optional.empty();
    boolean demo = true;
    boolean fresh = false;
    boolean detached = false;
    Set<String> egress = new TreeSet<>();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--fresh" -> fresh = true;
        case "--no-demo" -> demo = false;
        case "--detach" -> detached = true;
        case "--port" -> port = Optional.of(port(value(rest, word)));
        case "--allow-egress" -> egress.add(receiver(value(rest, word)));
        default -> throw new Misuse("'%s' is not known.".formatted(word));
      }
    }
    return new Options(port, demo, fresh, detached, egress);
  }

  public int port() {
    return askedPort.orElse(USUAL_PORT);
  }

  /** Whether a platform that runs with the kept options has what is asked for now. */
  public boolean servedBy(KeptValues kept) {
    Map<String, String> running = kept.all();
    List<String> open = Arrays.asList(running.getOrDefault("egress", "").split(","));
    return askedPort.map(String::valueOf).map(p -> p.equals(running.get("port"))).orElse(true)
        && open.containsAll(egress);
  }

  public void keep(KeptValues kept) {
    kept.replace(Map.of("port", String.valueOf(port()), "egress", String.join(",", egress)));
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new Misuse("'%s' needs a value.".formatted(option));
    }
    return rest.next();
  }

  private static int port(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new Misuse("'%s' is not a port.".formatted(text));
    }
    return port;
  }

  private static String receiver(String text) {
    if (!text.matches(RECEIVER)) {
      throw new Misuse("'%s' is not HOST:PORT.".formatted(text));
    }
    port(text.substring(text.lastIndexOf(':') + 1));
    return text;
  }
}
