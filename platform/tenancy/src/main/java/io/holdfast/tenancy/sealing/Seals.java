package io.holdfast.tenancy.sealing;

import java.util.List;

/** Makes a seal for each purpose from the keys the service is given, the newest first. */
public final class Seals {
  private final List<String> keys;

  public Seals(List<String> keys) {
    this.keys = List.copyOf(keys);
  }

  public Seal of(String purpose) {
    return new Seal(purpose, keys);
  }
}
