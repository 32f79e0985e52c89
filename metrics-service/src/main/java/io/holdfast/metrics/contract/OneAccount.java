package io.holdfast.metrics.contract;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account, and those that turned out to be it. Facts keep the account that they were told of.
 *
 * @param others merged into it
 */
public record OneAccount(AccountId id, Set<AccountId> others) {

  public OneAccount {
    others = Set.copyOf(others);
    if (others.contains(id)) {
      throw new IllegalArgumentException("an account is not merged into itself");
    }
  }

  public static OneAccount alone(AccountId id) {
    return new OneAccount(id, Set.of());
  }

  /** Whether what is told of an account is told of it. */
  public boolean is(AccountId told) {
    return id.equals(told) || others.contains(told);
  }

  public Collection<AccountId> all() {
    Set<AccountId> all = new TreeSet<>(others);
    all.add(id);
    return all;
  }
}
