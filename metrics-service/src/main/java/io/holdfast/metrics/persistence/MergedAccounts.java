package io.holdfast.metrics.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads which accounts are one, from the platform's table merged_subject. */
final class MergedAccounts {

  private final DatabaseClient database;

  MergedAccounts(DatabaseClient database) {
    this.database = database;
  }

  private record Merged(AccountId account, AccountId into) {}

  /** Uses merged_subject_into. */
  Mono<List<OneAccount>> of(Collection<AccountId> accounts) {
    return database
        .sql("select subject, into_subject from merged_subject where into_subject = any($1)")
        .bind(0, Parameters.ids(accounts))
        .map(
            row -> {
              Columns of = new Columns(row);
              return new Merged(
                  new AccountId(of.text("subject")), new AccountId(of.text("into_subject")));
            })
        .all()
        .collect(groupingBy(Merged::into, mapping(Merged::account, toSet())))
        .map(
            others ->
                accounts.stream()
                    .map(id -> new OneAccount(id, others.getOrDefault(id, Set.of())))
                    .toList());
  }
}
