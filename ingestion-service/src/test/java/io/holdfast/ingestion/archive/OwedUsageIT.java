package io.holdfast.ingestion.archive;

import static io.holdfast.ingestion.archive.ArchivedUseFixture.AT;
import static io.holdfast.ingestion.archive.ArchivedUseFixture.RECEIVED;
import static io.holdfast.ingestion.archive.ArchivedUseFixture.entry;
import static io.holdfast.ingestion.archive.ArchivedUseFixture.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.ingestion.Client;
import io.holdfast.ingestion.RealIngestion;
import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.privacy.Person;
import io.holdfast.messaging.OutboxStore.Owed;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What is owed of usage, inside the transaction that writes it: the relay cannot see it yet. */
@RealIngestion
class OwedUsageIT {
  private static final int MANY = 1000;
  private static final int MUCH = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  private Client client;
  private OwedUsage owed;
  private UsageRows rows;

  @BeforeEach
  void tenant() {
    client = new Client(port);
    owed = new OwedUsage(database, database); // a tenant's role reads what is the tenant's
    rows = new UsageRows(database, owed);
  }

  @Test
  void wholeParcelsComeInTheOrderInWhichTheirUsageArrived() {
    in(
        add("b", "a", "c")
            .then(add("f", "e"))
            .then(add("d"))
            .then(owes(MANY, MUCH, "b", "a", "c", "f", "e", "d"))
            .then(owes(5, MUCH, "b", "a", "c", "f", "e"))
            .then(owes(4, MUCH, "b", "a", "c"))
            .then(owes(1, MUCH, "b", "a", "c"))
            .then(owes(MANY, 1, "b", "a", "c"))
            .then(owed.oldest())
            .doOnNext(since -> assertThat(since).isNotNull())
            .then(owed.waiting())
            .doOnNext(waiting -> assertThat(waiting).isEqualTo(6))
            .then());
  }

  @Test
  void whatWasPublishedIsOwedNoMore() {
    in(
        add("a", "b")
            .then(add("c"))
            .then(Mono.defer(() -> owed.unpublished(2, MUCH)))
            .flatMap(owed::published)
            .then(owes(MANY, MUCH, "c"))
            .then(owed.waiting())
            .doOnNext(waiting -> assertThat(waiting).isEqualTo(1))
            .then());
  }

  @Test
  void whatWasThereBeforeIsNotOwedAgain() {
    Attributed first = use("a", "ana");
    Attributed again = use("a", "bob");
    in(
        add("x")
            .then(added(List.of(first, again, use("x", "u"), use("b", "u"))))
            .doOnNext(news -> assertThat(news).hasSize(2).contains(first.entry()))
            .then(owes(MANY, MUCH, "x", "a", "b"))
            .then(added(List.of(use("a", "u"), use("b", "u"))))
            .doOnNext(news -> assertThat(news).isEmpty())
            .then(owes(MANY, MUCH, "x", "a", "b")));
  }

  @Test
  void whatIsToldAgainFromTheArchiveIsWhatWasPublished() {
    ArchivedPast past = new ArchivedPast(database);
    TenantId tenant = new TenantId(client.tenant);
    in(
        added(List.of(use("a", "ana"), use("b", "ana")))
            .then(
                added(
                    List.of(
                        use("c", "ana"),
                        use("d", "Zoë, \"NULL\" {x} \\"),
                        known("e", Knowledge.loaded(RECEIVED, "load-1")),
                        known("f", Knowledge.asRecorded(RECEIVED, null, "load-1")),
                        known("g", Knowledge.asRecorded(RECEIVED, AT, "load-2")))))
            .then(added(List.of(known("h", Knowledge.asRecorded(RECEIVED, RECEIVED, "load-2")))))
            .then(Mono.defer(() -> owed.unpublished(MANY, MUCH)))
            .flatMap(
                sent ->
                    past.usage(tenant, null)
                        .doOnNext(
                            told ->
                                assertThat(told.messages().stream().map(OwedUsageIT::text))
                                    .hasSize(8)
                                    .isEqualTo(
                                        sent.stream().map(one -> text(one.record())).toList()))));
  }

  private static String text(ProducerRecord<String, byte[]> message) {
    return "%s %s %s %s"
        .formatted(
            message.topic(),
            message.key(),
            new String(message.value(), StandardCharsets.UTF_8),
            message.headers());
  }

  /** Of another account, by a visitor, from elsewhere. */
  private static Attributed known(String key, Knowledge knowledge) {
    return new Attributed(entry(key, "v", knowledge), "of " + key, "bob", "visitor");
  }

  @Test
  void anErasedPersonIsNamedInNothingThatIsStillOwed() {
    PersonInOwedUsage place = new PersonInOwedUsage(database);
    Person person = new Person(Set.of("a \"quoted\" name", "ana"), Set.of(), "o-1");
    in(
        added(List.of(use("1", "ana"), use("2", "bob"), use("3", "a \"quoted\" name")))
            .then(added(List.of(use("4", "anabel"))))
            .then(Mono.defer(() -> place.erase(person)))
            .doOnNext(parcels -> assertThat(parcels).isEqualTo(1))
            .then(users("o-1", "bob", "o-1", "anabel"))
            .then(Mono.defer(() -> place.erase(person)))
            .doOnNext(parcels -> assertThat(parcels).isZero())
            .then());
  }

  @Test
  void whatTheVersionBeforeArchivedIsPublishedToo() {
    in(
        database
            .sql(
                """
                insert into archived_usage
                  (kind, entry_key, account_id, event, happened_at, body, received_at, recorded_at, assumed, source)
                values ('usage', 'before', 'acme', 'E', now(),
                        '{"eventId":"before","occurredAt":"2026-03-04T05:06:07Z","count":1}', now(), now(), false,
                        'web')
                """)
            .then());

    assertThat(client.published("holdfast.usage", "usage-recorded").path("eventId").asString())
        .isEqualTo("before");
    await().until(() -> client.count("archived_usage where published") == 1);
  }

  @Test
  void whatIsArchivedNowIsWrittenOnceAndPublishedFromItsParcel() {
    in(add("a", "b"));

    assertThat(client.published("holdfast.usage", 2, _ -> true))
        .extracting(message -> Client.JSON.readTree(message.json()).path("eventId").asString())
        .containsExactly("a", "b");
    await().until(() -> client.count("owed_usage") == 0);
    assertThat(client.count("archived_usage where published")).isEqualTo(2);
  }

  private Mono<Set<Entry>> add(String... keys) {
    return added(Arrays.stream(keys).map(key -> use(key, "u")).toList());
  }

  private Mono<Set<Entry>> added(List<Attributed> usage) {
    return Mono.defer(() -> rows.add(new TenantId(client.tenant), usage, ""));
  }

  private Mono<Void> owes(int most, int bytes, String... keys) {
    return Mono.defer(() -> owed.unpublished(most, bytes))
        .doOnNext(
            all -> assertThat(all).extracting(one -> member(one, "eventId")).containsExactly(keys))
        .then();
  }

  private Mono<Void> users(String... users) {
    return Mono.defer(() -> owed.unpublished(MANY, MUCH))
        .doOnNext(
            all -> assertThat(all).extracting(one -> member(one, "userId")).containsExactly(users))
        .then();
  }

  private static String member(Owed one, String name) {
    return Client.JSON
        .readTree(new String(one.record().value(), StandardCharsets.UTF_8))
        .path(name)
        .asString();
  }

  private void in(Mono<?> work) {
    transactions.run(new TenantId(client.tenant), () -> work.then()).block();
  }
}
