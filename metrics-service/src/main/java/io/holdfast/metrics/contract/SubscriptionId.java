package io.holdfast.metrics.contract;

/** The tenant's own id of a subscription. */
public record SubscriptionId(String value) implements Comparable<SubscriptionId> {

  public SubscriptionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a subscription has an id");
    }
  }

  @Override
  public int compareTo(SubscriptionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
