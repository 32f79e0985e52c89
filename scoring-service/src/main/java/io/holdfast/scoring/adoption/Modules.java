package io.holdfast.scoring.adoption;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The modules of the vendor's product by the tracking plan, each with the usage events that are its
 * use.
 */
public record Modules(Map<String, Set<String>> events) {

  public static final Modules NONE = new Modules(Map.of());

  public Modules {
    events = new TreeMap<>(events);
  }
}
