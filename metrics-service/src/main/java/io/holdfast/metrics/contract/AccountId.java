package io.holdfast.metrics.contract;

/** The tenant's own id of an account. */
public record AccountId(String value) implements Comparable<AccountId> {

  public AccountId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an account has an id");
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
