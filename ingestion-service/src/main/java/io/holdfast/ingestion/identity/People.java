package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
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
            with known as (
              select contact_id, lower(attributes::jsonb -> 'email' ->> 'v') as email from contact
               where contact_id = $1 or ($2 <> '' and lower(attributes::jsonb -> 'email' ->> 'v') = $2)),
            ids as (
              select contact_id as id from known
              union select $1
              union select user_id from visitor where anonymous_id = $1)
            select 'id', id from ids where id <> ''
            union select 'id', v.anonymous_id from visitor v join ids on v.user_id = ids.id
            union select 'email', email from known where email is not null
            union select 'email', $2 where $2 <> ''
            """)
        .bind(0, id.orElse(""))
        .bind(1, email.orElse(""))
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
}
