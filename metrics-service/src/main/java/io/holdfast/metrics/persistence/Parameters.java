package io.holdfast.metrics.persistence;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.reporting.VisibleAccounts;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Collections as the arrays they are bound as. */
final class Parameters {

  private Parameters() {}

  static String[] ids(Collection<AccountId> accounts) {
    return texts(accounts, AccountId::value);
  }

  static <T> String[] texts(Collection<T> of, Function<T, String> text) {
    return of.stream().map(text).distinct().toArray(String[]::new);
  }

  /**
   * The condition that a row is of an account that may be seen, or of one merged into it; uses
   * merged_subject_into.
   *
   * @param parameter bound by {@link #bind}
   */
  static String visible(String account, int parameter) {
    return """
    ($%2$d::text[] is null or %1$s in (
       select unnest($%2$d::text[]) except select subject from merged_subject
       union select subject from merged_subject where into_subject = any($%2$d::text[])))
    """
        .formatted(account, parameter);
  }

  /** Null stands for all accounts. */
  static GenericExecuteSpec bind(GenericExecuteSpec query, int index, VisibleAccounts visible) {
    return visible
        .ids()
        .map(ids -> query.bind(index, ids.toArray(String[]::new)))
        .orElseGet(() -> query.bindNull(index, String[].class));
  }
}
