package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.identity.Link.Unmasking;
import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** All names of a person, and where they stand here. */
@Configuration(proxyBeanMethods = false)
public class People {
  private final DatabaseClient database;

  People(DatabaseClient database) {
    this.database = database;
  }

  /** Somebody by an id or an address, with all other names that are known. */
  public Mono<Person> named(Optional<String> id, Optional<String> email, String opaque) {
    // contact_pkey, or all contacts of the tenant by their address; visitor_user
    return database
        .sql(
            """
            with recursive further (id, length) as (
              select id, 0
                from (select contact_id from contact
                       where contact_id = $1
                          or ($2 <> '' and lower(attributes::jsonb -> 'email' ->> 'v') = $2)
                       union
                      select $1) asked (id)
               where id <> ''
              union
              select v.user_id, f.length + 1 from further f join visitor v on v.anonymous_id = f.id
               where f.length < $3),
            ids (id, length) as (
              select id, 0 from (select distinct id from further) all_further
              union
              select v.anonymous_id, i.length + 1 from ids i join visitor v on v.user_id = i.id
               where i.length < $3)
            select 'id', id from ids
            union
            select 'email', lower(c.attributes::jsonb -> 'email' ->> 'v') from contact c join ids on c.contact_id = ids.id
             where c.attributes::jsonb -> 'email' ->> 'v' is not null
            union
            select 'email', $2 where $2 <> ''
            """)
        .bind(0, id.orElse(""))
        .bind(1, email.orElse(""))
        .bind(2, Unmasking.LONGEST_CHAIN)
        .map(
            row ->
                new String[] {
                  Objects.requireNonNull(row.get(0, String.class)),
                  Objects.requireNonNull(row.get(1, String.class))
                })
        .all()
        .collectList()
        .map(
            names -> {
              Set<String> ids = new HashSet<>();
              Set<String> emails = new HashSet<>();
              names.forEach(name -> (name[0].equals("id") ? ids : emails).add(name[1]));
              return new Person(ids, emails, opaque);
            });
  }

  @Bean
  @Order(1)
  PersonalData contactsOfPerson() {
    return new PersonRows(
        "contacts",
        database,
        """
        select jsonb_build_object('contactId', contact_id, 'accountId', account_id, 'said', attributes::jsonb)::text
          from contact where contact_id = any($1::text[]) and ($2::text[], $3::text) is not null limit $4
        """,
        "delete from contact where contact_id = any($1::text[]) and ($2::text[], $3::text) is not"
            + " null");
  }

  @Bean
  @Order(2)
  PersonalData membershipsOfPerson() {
    return new PersonRows(
        "memberships",
        database,
        """
        select jsonb_build_object('userId', user_id, 'accountId', account_id, 'since', stated_at)::text
          from person where user_id = any($1::text[]) and ($2::text[], $3::text) is not null limit $4
        """,
        "delete from person where user_id = any($1::text[]) and ($2::text[], $3::text) is not"
            + " null");
  }

  @Bean
  @Order(3)
  PersonalData visitsOfPerson() {
    return new PersonRows(
        "visitors",
        database,
        """
        select jsonb_build_object('anonymousId', anonymous_id, 'userId', user_id)::text
          from visitor where (user_id = any($1::text[]) or anonymous_id = any($1::text[]))
           and ($2::text[], $3::text) is not null limit $4
        """,
        """
        delete from visitor where (user_id = any($1::text[]) or anonymous_id = any($1::text[]))
           and ($2::text[], $3::text) is not null
        """);
  }

  @Bean
  @Order(4)
  PersonalData mergesOfPerson() {
    return new PersonRows(
        "merges",
        database,
        """
        select jsonb_build_object('previousId', previous_id, 'userId', user_id, 'statedAt', stated_at)::text
          from user_merge where (user_id = any($1::text[]) or previous_id = any($1::text[]))
           and ($2::text[], $3::text) is not null order by id limit $4
        """,
        """
        delete from user_merge where (user_id = any($1::text[]) or previous_id = any($1::text[]))
           and ($2::text[], $3::text) is not null
        """);
  }

  @Bean
  Expiring expiringMerges(DatabaseClient database) {
    return ExpiringRows.business(
        "merges of users",
        database,
        """
        with old as materialized (
          select m.tenant_id, m.id from user_merge m
           where m.received_at < $1
             and exists (select from user_merge later where later.previous_id = m.previous_id and later.id > m.id)
           limit $2 for update skip locked),
        gone as (
          delete from user_merge m using old where m.tenant_id = old.tenant_id and m.id = old.id
          returning 1)
        select count(*) from gone
        """); // user_merge_age, user_merge_previous
  }
}
