package io.holdfast.metrics.reporting;

import io.holdfast.metrics.contract.AccountId;
import java.util.Optional;
import java.util.Set;

/**
 * Of which accounts a reader may know.
 *
 * @param ids empty means all of the tenant's
 */
public record VisibleAccounts(Optional<Set<String>> ids) {

  public static final VisibleAccounts ALL = new VisibleAccounts(Optional.empty());

  public boolean include(AccountId account) {
    return ids.map(visible -> visible.contains(account.value())).orElse(true);
  }
}
