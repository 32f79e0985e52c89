package io.holdfast.ingestion.merging;

import io.holdfast.tenancy.PageQuery;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code account_merge}, inside transactions of a tenant. */
@Component
class AccountMerges {
  private static final int ROWS = 2000;

  private final DatabaseClient database;

  AccountMerges(DatabaseClient database) {
    this.database = database;
  }

  /** A merge and what a message about it is called. */
  record Stored(String id, MergeView merge) {}

  Mono<Void> add(MergeView merge) {
    var statement =
        database
            .sql(
                """
                insert into account_merge (from_account, into_account, merged_by, merged_at, reason)
                values ($1, $2, $3, $4, $5)
                """)
            .bind(0, merge.from())
            .bind(1, merge.accountId())
            .bind(2, merge.mergedBy())
            .bind(3, merge.mergedAt().atOffset(ZoneOffset.UTC));
    String reason = merge.reason();
    return (reason == null ? statement.bindNull(4, String.class) : statement.bind(4, reason))
        .then();
  }

  /** All that an account is made of, those merged into one that was merged into it included. */
  Flux<MergeView> of(String account, PageQuery page) {
    return database
        .sql(
            """
            select m.* from account_merge m
              join merged_subject s on s.tenant_id = m.tenant_id and s.subject = m.from_account
             where s.into_subject = $1 and ($2 = '' or m.from_account %s $2)
             order by m.from_account %s limit $3
            """
                .formatted(
                    page.descending() ? "<" : ">",
                    page.descending() ? "desc" : "asc")) // merged_subject_into, account_merge_pkey
        .bind(0, account)
        .bind(1, page.after().map(PageQuery.Position::id).orElse(""))
        .bind(2, page.limit() + 1)
        .map(AccountMerges::view)
        .all();
  }

  /** A page of all of a tenant's, by the account that is no more. */
  Mono<List<Stored>> behind(@Nullable String from) {
    return database
        .sql(
            "select id::text as id, from_account, into_account, reason, merged_by, merged_at from"
                + " account_merge where from_account > $1 order by from_account limit "
                + ROWS) // account_merge_pkey
        .bind(0, from == null ? "" : from)
        .map(row -> new Stored(text(row, "id"), view(row)))
        .all()
        .collectList();
  }

  private static MergeView view(Readable row) {
    return new MergeView(
        text(row, "from_account"),
        text(row, "into_account"),
        row.get("reason", String.class),
        text(row, "merged_by"),
        Objects.requireNonNull(row.get("merged_at", Instant.class)));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
