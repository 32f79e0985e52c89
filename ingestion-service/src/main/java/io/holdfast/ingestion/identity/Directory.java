package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Reference.Scheme;
import io.holdfast.ingestion.identity.Link.Unmasking;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds accounts and users by what entries call them. Speaks inside a tenant's transaction. */
@Component
public class Directory {
  private final DatabaseClient database;

  Directory(DatabaseClient database) {
    this.database = database;
  }

  /** The accounts that references lead to; those that lead nowhere are left out. */
  public Mono<Map<Reference, String>> accounts(Collection<Reference> references) {
    if (references.isEmpty()) {
      return Mono.just(Map.of());
    }
    // Primary keys of the six tables. A user of no account is of that of whom she turned out to
    // be.
    return database
        .sql(
            """
            with recursive way (asked, name, length) as (
              select name, name, 0 from (select unnest($3::text[]) union select unnest($4::text[])) asked (name)
              union all
              select w.asked, v.user_id, w.length + 1
                from way w join visitor v on v.anonymous_id = w.name
               where w.length < $6
                 and not exists (
                   select from person p join account a using (tenant_id, account_id) where p.user_id = w.name)),
            people as (
              select distinct on (w.asked) w.asked, a.account_id
                from way w join person p on p.user_id = w.name join account a using (tenant_id, account_id)
               order by w.asked, w.length)
            select coalesce(array_agg(found.reference), '{}'),
                   coalesce(array_agg(coalesce(m.into_subject, found.account_id)), '{}') from (
            select 'account:' || account_id as reference, account_id
              from account where account_id = any($1::text[])
            union all
            select 'external:' || x.reference, x.account_id
              from external_id x join account a using (tenant_id, account_id)
             where x.reference = any($2::text[])
            union all
            select 'user:' || asked, account_id from people where asked = any($3::text[])
            union all
            select 'anonymous:' || asked, account_id from people where asked = any($4::text[])
            union all
            select 'subscription:' || subscription_id, account_id
              from subscription where subscription_id = any($5::text[])) found
              left join merged_subject m on m.subject = found.account_id
            """)
        .bind(0, values(references, Scheme.ACCOUNT))
        .bind(1, values(references, Scheme.EXTERNAL))
        .bind(2, values(references, Scheme.USER))
        .bind(3, values(references, Scheme.ANONYMOUS))
        .bind(4, values(references, Scheme.SUBSCRIPTION))
        .bind(5, Unmasking.LONGEST_CHAIN)
        .map(row -> pairs(row, Reference::parse))
        .one();
  }

  /**
   * What leads to an account by way of these: the users of an account, the names that lead to a
   * user.
   */
  public Mono<Set<Reference>> through(Collection<Reference> references) {
    if (references.isEmpty()) {
      return Mono.just(Set.of());
    }
    // person_account, person_pkey, visitor_user; only what is waited for, by held_entry_awaits and
    // held_entry_or_awaits.
    return database
        .sql(
            """
            with recursive people (name, length) as (
              select name, 0
                from (select user_id from person where account_id = any($1::text[])
                       union
                      select unnest($2::text[])) users (name)
              union
              select v.anonymous_id, p.length + 1 from visitor v join people p on v.user_id = p.name
               where p.length < $3),
            names as (
              select distinct scheme || name as reference from people, unnest(array['user:', 'anonymous:']) scheme)
            select reference from names n
             where exists (select from held_entry h where h.awaits = n.reference)
                or exists (select from held_entry h where h.or_awaits = n.reference)
            """)
        .bind(0, values(references, Scheme.ACCOUNT))
        .bind(1, people(references))
        .bind(2, Unmasking.LONGEST_CHAIN)
        .map(row -> Reference.parse(text(row.get(0, String.class))))
        .all()
        .collect(HashSet<Reference>::new, Set::add)
        .map(
            found -> {
              found.addAll(references);
              return found;
            });
  }

  /** The users that anonymous visitors turned out to be. */
  public Mono<Map<String, String>> users(Collection<String> anonymousIds) {
    if (anonymousIds.isEmpty()) {
      return Mono.just(Map.of());
    }
    return database
        .sql(
            """
            select coalesce(array_agg(anonymous_id), '{}'), coalesce(array_agg(user_id), '{}')
              from visitor where anonymous_id = any($1::text[])
            """)
        .bind(0, anonymousIds.toArray(String[]::new))
        .map(row -> pairs(row, name -> name))
        .one();
  }

  /** Two columns in one row: each row costs more on its way here than a pair in it. */
  private static <K> Map<K, String> pairs(Readable row, Function<String, K> key) {
    String[] keys = Objects.requireNonNull(row.get(0, String[].class));
    String[] values = Objects.requireNonNull(row.get(1, String[].class));
    Map<K, String> pairs = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      pairs.put(key.apply(keys[i]), values[i]);
    }
    return pairs;
  }

  /** Users and visitors: a name that leads on may be either. */
  private static String[] people(Collection<Reference> references) {
    return Stream.concat(
            Arrays.stream(values(references, Scheme.USER)),
            Arrays.stream(values(references, Scheme.ANONYMOUS)))
        .toArray(String[]::new);
  }

  private static String[] values(Collection<Reference> references, Scheme scheme) {
    return references.stream()
        .filter(reference -> reference.scheme() == scheme)
        .map(Reference::value)
        .distinct()
        .toArray(String[]::new);
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
