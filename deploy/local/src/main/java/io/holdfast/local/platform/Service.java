package io.holdfast.local.platform;

import java.util.Arrays;
import java.util.List;

/** The five programs of Holdfast itself. */
public enum Service {
  INGESTION("ingestion", "ingestion-service", 256),
  SCORING("scoring", "scoring-service", 288),
  METRICS("metrics", "metrics-service", 256),
  NOTIFICATION("notification", "notification-service", 192),
  GATEWAY("gateway", "gateway", 160);

  private final String word;
  private final String module;
  private final int heapMegabytes;

  Service(String word, String module, int heapMegabytes) {
    this.word = word;
    this.module = module;
    this.heapMegabytes = heapMegabytes;
  }

  /** Its name, which is also that of its schema, its roles and its consumer group. */
  public String word() {
    return word;
  }

  String module() {
    return module;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** Those that the gateway sends requests to; they have messages and timers to work off. */
  public static List<Service> behindTheGateway() {
    return Arrays.stream(values()).filter(service -> service != GATEWAY).toList();
  }
}
