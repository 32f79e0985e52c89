package io.holdfast.scoring.signal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tenant's core features, each with the usage events that are its use. */
public record CoreFeatures(Map<String, Set<String>> events) {

  public static final CoreFeatures NONE = new CoreFeatures(Map.of());

  public CoreFeatures {
    events = new TreeMap<>(events);
  }
}
