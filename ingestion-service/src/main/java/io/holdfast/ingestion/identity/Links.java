package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.identity.Link.Membership;
import io.holdfast.ingestion.identity.Link.Unmasking;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps who is who. Rows are written in order of their key, so that two transactions never wait for
 * each other.
 */
@Component
public class Links {
  private final DatabaseClient database;
  private final ErasedNames erasedNames;
  private final MergedUsers merged;

  Links(DatabaseClient database, ErasedNames erasedNames, MergedUsers merged) {
    this.database = database;
    this.erasedNames = erasedNames;
    this.merged = merged;
  }

  /** Keeps and tells who is who. What is said of somebody who was erased is not kept. */
  public Mono<Kept> keep(TenantId tenant, Collection<Link> links) {
    if (links.isEmpty()) {
      return Mono.just(Kept.NOTHING);
    }
    return erasedNames
        .among(() -> links.stream().flatMap(Links::names).distinct().toList())
        .flatMap(
            erased ->
                kept(
                    tenant,
                    links.stream().filter(link -> names(link).noneMatch(erased::is)).toList()));
  }

  private static Stream<String> names(Link link) {
    return switch (link) {
      case Membership news -> Stream.of(news.userId());
      case Unmasking news -> Stream.of(news.previousId(), news.userId());
    };
  }

  private Mono<Kept> kept(TenantId tenant, Collection<Link> links) {
    Map<String, Membership> memberships = new TreeMap<>();
    Map<String, Unmasking> unmaskings = new TreeMap<>();
    for (Link link : links) {
      switch (link) {
        case Membership news -> memberships.merge(news.userId(), news, Links::later);
        case Unmasking news -> unmaskings.merge(news.previousId(), news, Links::later);
      }
    }
    return members(List.copyOf(memberships.values()))
        .flatMap(
            joined ->
                visitors(List.copyOf(unmaskings.values()))
                    .flatMap(
                        unmasked ->
                            merged
                                .announce(
                                    tenant,
                                    unmasked.stream()
                                        .map(one -> Objects.requireNonNull(unmaskings.get(one)))
                                        .toList())
                                .then(circular(unmasked))
                                .map(circular -> new Kept(appeared(joined, unmasked), circular))));
  }

  private static Set<Reference> appeared(List<String> joined, List<String> unmasked) {
    Set<Reference> appeared = new HashSet<>();
    joined.forEach(user -> appeared.add(Reference.user(user)));
    unmasked.forEach(one -> appeared.add(Reference.user(one)));
    unmasked.forEach(one -> appeared.add(Reference.anonymous(one)));
    return appeared;
  }

  /** Those of the names that lead back to themselves. */
  private Mono<Set<String>> circular(List<String> names) {
    if (names.isEmpty()) {
      return Mono.just(Set.of());
    }
    return database
        .sql(
            """
            with recursive way (start, name, length) as (
              select name, name, 0 from unnest($1::text[]) name
              union all
              select w.start, v.user_id, w.length + 1
                from way w join visitor v on v.anonymous_id = w.name
               where w.length < $2 and (w.length = 0 or w.name <> w.start))
            select distinct start from way where length > 0 and name = start
            """) // visitor_pkey
        .bind(0, names.toArray(String[]::new))
        .bind(1, Unmasking.LONGEST_CHAIN)
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all()
        .collect(Collectors.toSet());
  }

  /** The later statement, whatever the order of arrival; of the same time the greater account. */
  private static Membership later(Membership one, Membership other) {
    return Comparator.comparing(Membership::at)
                .thenComparing(Membership::accountId)
                .compare(one, other)
            > 0
        ? one
        : other;
  }

  private static Unmasking later(Unmasking one, Unmasking other) {
    return Comparator.comparing(Unmasking::at).thenComparing(Unmasking::userId).compare(one, other)
            > 0
        ? one
        : other;
  }

  private Mono<List<String>> members(List<Membership> news) {
    return latest(
        """
        insert into person as p (user_id, account_id, stated_at)
        select * from unnest($1::text[], $2::text[], $3::timestamptz[])
        on conflict (tenant_id, user_id) do update
           set account_id = excluded.account_id, stated_at = excluded.stated_at
         where (excluded.stated_at, excluded.account_id collate "C") > (p.stated_at, p.account_id collate "C")
        returning new.user_id, old.account_id is distinct from new.account_id
        """,
        news.stream().map(Membership::userId).toArray(String[]::new),
        news.stream().map(Membership::accountId).toArray(String[]::new),
        news.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new));
  }

  private Mono<List<String>> visitors(List<Unmasking> news) {
    return latest(
        """
        insert into visitor as v (anonymous_id, user_id, stated_at)
        select * from unnest($1::text[], $2::text[], $3::timestamptz[])
        on conflict (tenant_id, anonymous_id) do update
           set user_id = excluded.user_id, stated_at = excluded.stated_at
         where (excluded.stated_at, excluded.user_id collate "C") > (v.stated_at, v.user_id collate "C")
        returning new.anonymous_id, old.user_id is distinct from new.user_id
        """,
        news.stream().map(Unmasking::previousId).toArray(String[]::new),
        news.stream().map(Unmasking::userId).toArray(String[]::new),
        news.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new));
  }

  /** Writes what is stated later than what is known, and says who leads elsewhere now. */
  private Mono<List<String>> latest(
      String sql, String[] who, String[] where, OffsetDateTime[] when) {
    if (who.length == 0) {
      return Mono.just(List.of());
    }
    return database
        .sql(sql)
        .bind(0, who)
        .bind(1, where)
        .bind(2, when)
        .map(
            row ->
                Boolean.TRUE.equals(row.get(1, Boolean.class))
                    ? Objects.requireNonNull(row.get(0, String.class))
                    : "")
        .all()
        .filter(moved -> !moved.isEmpty())
        .collectList();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
