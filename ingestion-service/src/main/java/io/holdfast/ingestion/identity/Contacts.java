package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.tenancy.PageQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people at the accounts, with their personal data, which stays here. */
@Component
public class Contacts {
  /** The account is said like everything else, so that a later statement wins here too. */
  private static final String ACCOUNT = "account";

  private final DatabaseClient database;

  Contacts(DatabaseClient database) {
    this.database = database;
  }

  private record Known(String accountId, Attributes said) {}

  /** Takes in statements about contacts whose accounts are known, in the order given. */
  public Mono<Telling> tell(List<Attributed> statements) {
    if (statements.isEmpty()) {
      return Mono.just(Telling.NOTHING);
    }
    String[] ids =
        statements.stream()
            .map(one -> one.entry().key())
            .distinct()
            .sorted()
            .toArray(String[]::new);
    return create(ids).then(locked(ids)).flatMap(known -> merge(statements, known));
  }

  /** The contacts of an account, by id. */
  Flux<ContactView> of(String accountId, PageQuery page) {
    return database
        .sql(
            """
            select contact_id, attributes from contact
             where account_id = $1 and ($2 = '' or contact_id %s $2)
             order by contact_id %s limit $3
            """
                .formatted(
                    page.descending() ? "<" : ">",
                    page.descending() ? "desc" : "asc")) // contact_account
        .bind(0, accountId)
        .bind(1, page.after().map(PageQuery.Position::id).orElse(""))
        .bind(2, page.limit() + 1)
        .map(
            row ->
                ContactView.of(
                    String.valueOf(row.get(0, String.class)),
                    AttributesJson.read(String.valueOf(row.get(1, String.class)))))
        .all();
  }

  /** All of one account are another's from now on, as if that had been said of them. */
  public Mono<Void> move(String from, String into) {
    return database
        .sql(
            """
            update contact
               set account_id = $2, attributes = jsonb_set(attributes::jsonb, '{account,v}', to_jsonb($2::text))::text
             where account_id = $1
            """) // contact_account
        .bind(0, from)
        .bind(1, into)
        .then();
  }

  private Mono<Void> create(String[] ids) {
    return database
        .sql(
            """
            insert into contact (contact_id) select unnest($1::text[])
            on conflict (tenant_id, contact_id) do nothing
            """)
        .bind(0, ids)
        .then();
  }

  private Mono<Map<String, Known>> locked(String[] ids) {
    return database
        .sql(
            """
            select contact_id, account_id, attributes from contact
             where contact_id = any($1::text[]) order by contact_id for update
            """)
        .bind(0, ids)
        .map(
            row ->
                Map.entry(
                    String.valueOf(row.get(0, String.class)),
                    new Known(
                        String.valueOf(row.get(1, String.class)),
                        AttributesJson.read(String.valueOf(row.get(2, String.class))))))
        .all()
        .collect(HashMap::new, (found, pair) -> found.put(pair.getKey(), pair.getValue()));
  }

  private Mono<Telling> merge(List<Attributed> statements, Map<String, Known> known) {
    Map<String, Known> next = new TreeMap<>();
    Map<String, Told> changed = new LinkedHashMap<>();
    Map<Entry, Verdict> verdicts = new IdentityHashMap<>();
    for (Attributed one : statements) {
      Entry statement = one.entry();
      String id = statement.key();
      Known before = next.getOrDefault(id, known.getOrDefault(id, new Known("", Attributes.NONE)));
      Map<String, String> told = AttributesJson.told(statement.body());
      told.put(ACCOUNT, one.accountId());
      Attributes said = before.said().told(told, statement.time());
      String accountId = Objects.requireNonNullElse(said.get(ACCOUNT), one.accountId());
      Known after = new Known(accountId, said);
      boolean same = before.accountId().equals(accountId) && said.sameAs(before.said());
      verdicts.put(statement, same ? Verdict.DUPLICATE : Verdict.ACCEPTED);
      if (!after.equals(before)) {
        next.put(id, after);
      }
      if (!same) {
        changed.put(id, new Told(statement, accountId, ContactPicture.body(id, said)));
      }
    }
    return store(next)
        .thenReturn(new Telling(verdicts, new ArrayList<>(changed.values()), Set.of()));
  }

  private Mono<Void> store(Map<String, Known> contacts) {
    if (contacts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            update contact c set account_id = n.account_id, attributes = n.attributes
              from unnest($1::text[], $2::text[], $3::text[]) as n (contact_id, account_id, attributes)
             where c.contact_id = n.contact_id
            """)
        .bind(0, contacts.keySet().toArray(String[]::new))
        .bind(1, contacts.values().stream().map(Known::accountId).toArray(String[]::new))
        .bind(
            2,
            contacts.values().stream()
                .map(contact -> AttributesJson.write(contact.said()))
                .toArray(String[]::new))
        .then();
  }
}
