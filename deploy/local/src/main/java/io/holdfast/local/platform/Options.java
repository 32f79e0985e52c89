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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the person asked of {@code up}.
 *
 * @param askedPort absent when any will do
 * @param instances of each service and of the gateway
 * @param egress receivers on this machine that webhooks may reach, as HOST:PORT
 * @param settings further variables of the services' environment
 */
public record Options(
    Optional<Integer> askedPort,
    boolean demo,
    boolean fresh,
    boolean detached,
    int instances,
    Collection<String> egress,
    Map<String, String> settings) {

  public static final int USUAL_PORT = 8080;
  private static final String SETTING = "[A-Z][A-Z0-9_]*=.*";
  private static final String KEPT_SETTING = "set.";
  private static final String RECEIVER = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):\\d+";

  public Options {
    egress = List.copyOf(new TreeSet<>(egress));
    settings = Map.copyOf(settings);
  }

  public static Options parse(List<String> words) {
    Optional<Integer> port = Optional.empty();
    boolean demo = true;
    boolean fresh = false;
    boolean detached = false;
    int instances = 1;
    Set<String> egress = new TreeSet<>();
    Map<String, String> settings = new TreeMap<>();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--fresh" -> fresh = true;
        case "--no-demo" -> demo = false;
        case "--detach" -> detached = true;
        case "--port" -> port = Optional.of(port(value(rest, word)));
        case "--instances" -> instances = instances(value(rest, word));
        case "--set" -> {
          String[] setting = setting(value(rest, word)).split("=", 2);
          settings.put(setting[0], setting[1]);
        }
        case "--allow-egress" -> egress.add(receiver(value(rest, word)));
        default -> throw new Misuse("'%s' is not known.".formatted(word));
      }
    }
    return new Options(port, demo, fresh, detached, instances, egress, settings);
  }

  public int port() {
    return askedPort.orElse(USUAL_PORT);
  }

  /** Whether a platform that runs with the kept options has what is asked for now. */
  public boolean servedBy(KeptValues kept) {
    Map<String, String> running = kept.all();
    List<String> open = Arrays.asList(running.getOrDefault("egress", "").split(","));
    return askedPort.map(String::valueOf).map(p -> p.equals(running.get("port"))).orElse(true)
        && instances <= keptInstances(kept)
        && open.containsAll(egress)
        && settings.entrySet().stream()
            .allMatch(set -> set.getValue().equals(running.get(KEPT_SETTING + set.getKey())));
  }

  public void keep(KeptValues kept) {
    Map<String, String> values =
        settings.entrySet().stream()
            .collect(Collectors.toMap(set -> KEPT_SETTING + set.getKey(), Map.Entry::getValue));
    values.put("port", String.valueOf(port()));
    values.put("instances", String.valueOf(instances));
    values.put("egress", String.join(",", egress));
    kept.replace(values);
  }

  /** How many the running platform has of each service. */
  static int keptInstances(KeptValues kept) {
    return kept.get("instances").map(Integer::parseInt).orElse(1);
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

  private static int instances(String text) {
    int count = text.matches("\\d") ? Integer.parseInt(text) : 0;
    if (count < 1 || count > Replica.MOST) {
      throw new Misuse("'%s' is not a number from 1 to %d.".formatted(text, Replica.MOST));
    }
    return count;
  }

  private static String setting(String text) {
    if (!text.matches(SETTING)) {
      throw new Misuse("'%s' is not NAME=VALUE.".formatted(text));
    }
    return text;
  }

  private static String receiver(String text) {
    if (!text.matches(RECEIVER)) {
      throw new Misuse("'%s' is not HOST:PORT.".formatted(text));
    }
    port(text.substring(text.lastIndexOf(':') + 1));
    return text;
  }
}
