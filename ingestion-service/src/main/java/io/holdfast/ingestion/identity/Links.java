package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.identity.Link.Membership;
import io.holdfast.ingestion.identity.Link.Unmasking;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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

  Links(DatabaseClient database, ErasedNames erasedNames) {
    this.database = database;
    this.erasedNames = erasedNames;
  }

  /** Who leads elsewhere now than before. What is said of somebody who was erased is not kept. */
  public Mono<Set<Reference>> keep(Collection<Link> links) {
    if (links.isEmpty()) {
      return Mono.just(Set.of());
    }
    return erasedNames
        .among(() -> links.stream().flatMap(Links::names).distinct().toList())
        .flatMap(
            erased ->
                kept(links.stream().filter(link -> names(link).noneMatch(erased::is)).toList()));
  }

  private static Stream<String> names(Link link) {
    return switch (link) {
      case Membership news -> Stream.of(news.userId());
      case Unmasking news -> Stream.of(news.anonymousId(), news.userId());
    };
  }

  private Mono<Set<Reference>> kept(Collection<Link> links) {
    Map<String, Membership> memberships = new TreeMap<>();
    Map<String, String> unmaskings = new TreeMap<>();
    for (Link link : links) {
      switch (link) {
        case Membership news ->
            memberships.merge(
                news.userId(), news, (old, next) -> next.at().isBefore(old.at()) ? old : next);
        case Unmasking news -> unmaskings.put(news.anonymousId(), news.userId());
      }
    }
    return members(List.copyOf(memberships.values()))
        .flatMap(
            joined ->
                visitors(unmaskings)
                    .map(
                        unmasked -> {
                          Set<Reference> appeared = new HashSet<>();
                          joined.forEach(user -> appeared.add(Reference.user(user)));
                          unmasked.forEach(one -> appeared.add(Reference.anonymous(one)));
                          return appeared;
                        }));
  }

  private Mono<List<String>> members(List<Membership> news) {
    if (news.isEmpty()) {
      return Mono.just(List.of());
    }
    return database
        .sql(
            """
            insert into person as p (user_id, account_id, stated_at)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[])
            on conflict (tenant_id, user_id) do update
               set account_id = excluded.account_id, stated_at = excluded.stated_at
             where excluded.stated_at >= p.stated_at and excluded.account_id <> p.account_id
            returning user_id
            """)
        .bind(0, news.stream().map(Membership::userId).toArray(String[]::new))
        .bind(1, news.stream().map(Membership::accountId).toArray(String[]::new))
        .bind(2, news.stream().map(one -> at(one.at())).toArray(java.time.OffsetDateTime[]::new))
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all()
        .collectList();
  }

  private Mono<List<String>> visitors(Map<String, String> unmaskings) {
    if (unmaskings.isEmpty()) {
      return Mono.just(List.of());
    }
    return database
        .sql(
            """
            insert into visitor as v (anonymous_id, user_id)
            select * from unnest($1::text[], $2::text[])
            on conflict (tenant_id, anonymous_id) do update
               set user_id = excluded.user_id
             where excluded.user_id <> v.user_id
            returning anonymous_id
            """)
        .bind(0, unmaskings.keySet().toArray(String[]::new))
        .bind(1, unmaskings.values().toArray(String[]::new))
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all()
        .collectList();
  }

  private static java.time.OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
