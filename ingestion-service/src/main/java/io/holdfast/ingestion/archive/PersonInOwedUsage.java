package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonalData;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the broker is still owed says the same of a person as the archive: whoever stands for her.
 */
@Component
final class PersonInOwedUsage implements PersonalData {
  private final DatabaseClient database;

  PersonInOwedUsage(DatabaseClient database) {
    this.database = database;
  }

  private record Written(String messages, String traceparent) {}

  @Override
  public String name() {
    return "usage not sent yet";
  }

  /** The archive has it too. */
  @Override
  public Flux<String> export(Person person, int most) {
    return Flux.empty();
  }

  /** One parcel in memory at a time. */
  @Override
  public Mono<Long> erase(Person person) {
    return database
        .sql(
            """
            select id from owed_usage
             where exists (select from unnest($1::text[]) name where position(name in messages) > 0)
            """)
        .bind(
            0,
            person.ids().stream()
                .map(id -> JsonText.quote(new StringBuilder(), id).toString())
                .toArray(String[]::new))
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .all()
        .collectList() // nothing is written on the connection that is read from
        .flatMapMany(Flux::fromIterable)
        .concatMap(id -> erase(person, id))
        .reduce(0L, Long::sum);
  }

  private Mono<Long> erase(Person person, Long parcel) {
    return database
        .sql("select messages, traceparent from owed_usage where id = $1 for update")
        .bind(0, parcel)
        .map(
            row ->
                new Written(
                    Objects.requireNonNull(row.get(0, String.class)),
                    Objects.requireNonNull(row.get(1, String.class))))
        .one()
        .flatMap(
            written -> {
              String left = without(person, written);
              return left.equals(written.messages()) ? Mono.just(0L) : write(parcel, left);
            });
  }

  private static String without(Person person, Written written) {
    List<ArchivedMessage> left =
        Parcel.read("", written.traceparent(), written.messages()).stream()
            .map(message -> message.without(person.ids(), person.opaque()))
            .toList();
    return Parcel.whole(left).messages();
  }

  private Mono<Long> write(Long parcel, String messages) {
    return database
        .sql("update owed_usage set messages = $2 where id = $1")
        .bind(0, parcel)
        .bind(1, messages)
        .fetch()
        .rowsUpdated();
  }
}
