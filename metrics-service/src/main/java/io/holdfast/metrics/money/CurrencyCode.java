package io.holdfast.metrics.money;

/** An ISO 4217 code. */
public record CurrencyCode(String value) implements Comparable<CurrencyCode> {

  public CurrencyCode {
    if (!value.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("a currency is three capital letters: " + value);
    }
  }

  @Override
  public int compareTo(CurrencyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
