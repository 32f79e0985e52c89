package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The accounts a caller may see, as the parameter {@code :visible} of a statement.
 *
 * @param accounts empty means all
 */
record Visible(Optional<Set<String>> accounts) {

  GenericExecuteSpec bindTo(GenericExecuteSpec statement) {
    return statement.bind(
        "visible",
        orNull(accounts.map(set -> set.toArray(String[]::new)).orElse(null), String[].class));
  }
}
