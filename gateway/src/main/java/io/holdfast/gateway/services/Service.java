package io.holdfast.gateway.services;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A service behind the gateway. */
public enum Service {
  INGESTION("Ingestion"),
  SCORING("Health scoring"),
  METRICS("Revenue metrics"),
  NOTIFICATION("Plays and notifications");

  private final String title;

  Service(String title) {
    this.title = title;
  }

  public static Optional<Service> named(String key) {
    return Stream.of(values()).filter(service -> service.key().equals(key)).findFirst();
  }

  /** As it stands in addresses and settings. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  /** As a sentence to a client begins with it. */
  public String inWords() {
    return "The service for " + title.toLowerCase(Locale.ROOT);
  }
}
