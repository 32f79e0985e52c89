package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.state.KeptValues;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the person asked of {@code up}. */
public record Options(int port, boolean demo, boolean fresh, List<String> egress) {

  public static final int USUAL_PORT = 8080;
  private static final String USAGE =
      "usage: up [--fresh] [--detach] [--no-demo] [--port N] [--allow-egress HOST:PORT]...";

  public Options {
    egress = List.copyOf(egress);
    if (port < 1 || port > 65_535) {
      throw new Refusal("There is no port %d; %s".formatted(port, USAGE));
    }
  }

  public static Options parse(List<String> words) {
    int port = USUAL_PORT;
    boolean demo = true;
    boolean fresh = false;
    List<String> egress = new ArrayList<>();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--fresh" -> fresh = true;
        case "--no-demo" -> demo = false;
        case "--port" -> port = number(value(rest, word));
        case "--allow-egress" -> egress.add(receiver(value(rest, word)));
        default -> throw new Refusal("'%s' is not known; %s".formatted(word, USAGE));
      }
    }
    return new Options(port, demo, fresh, egress);
  }

  /** Whether a platform that runs with the kept options is what is asked for now. */
  public boolean sameServices(KeptValues kept) {
    return kept.all().equals(toKeep());
  }

  public void keep(KeptValues kept) {
    kept.replace(toKeep());
  }

  private Map<String, String> toKeep() {
    return Map.of("port", String.valueOf(port), "egress", String.join(",", egress));
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new Refusal("'%s' needs a value; %s".formatted(option, USAGE));
    }
    return rest.next();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal("'%s' is not a port; %s".formatted(text, USAGE), e);
    }
  }

  private static String receiver(String text) {
    if (!text.matches("\\S+:\\d{1,5}")) {
      throw new Refusal("'%s' is not HOST:PORT; %s".formatted(text, USAGE));
    }
    return text;
  }
}
