package io.holdfast.tenancy.repeating;

import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.repeating.KeyedRequest.Said;
import io.holdfast.tenancy.sealing.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers that were given under a key, kept in the transaction of the change they tell of. An
 * answer may hold a secret that is shown once, so it is sealed.
 */
public final class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DatabaseClient database;
  private final Seal seal;
  private final Duration kept;

  public Answers(DatabaseClient database, Seal seal, Duration kept) {
    this.database = database;
    this.seal = seal;
    this.kept = kept;
  }

  private record Stored(Said said, Answer answer) {
    String text() {
      return String.join(
          "\n",
          said.path(),
          said.query(),
          String.join("\n", answer.headers().values()),
          new String(answer.body(), StandardCharsets.UTF_8));
    }
  }

  /**
   * The answer given before, inside the tenant's transaction; empty when there is none, and then
   * the key is this transaction's until its end.
   *
   * @throws Problem 409 while the key is another's, 422 when it was used for another request
   */
  public Mono<Answer> before(KeyedRequest request) {
    return reserved(request.id())
        .filter(reserved -> reserved)
        .switchIfEmpty(Mono.error(Answers::inUse))
        .then(Mono.defer(() -> stored(request.id())))
        .map(stored -> same(stored, request));
  }

  public Mono<Void> keep(KeyedRequest request, Answer answer) {
    byte[] id = request.id();
    String text = JSON.writeValueAsString(new Stored(request.said(), answer));
    return database
        .sql(
            """
            insert into idempotency (tenant_id, request_id, answer, expires_at)
            values ($1, $2, $3, now() + $4 * interval '1 second')
            on conflict (tenant_id, request_id)
              do update set answer = excluded.answer, expires_at = excluded.expires_at
            """)
        .bind(0, request.principal().tenant().value())
        .bind(1, ByteBuffer.wrap(id))
        .bind(2, ByteBuffer.wrap(seal.close(text, place(id))))
        .bind(3, kept.toSeconds())
        .then();
  }

  /** Locks of all tenants share one space of 64 bits; the tenant is part of what is hashed. */
  private Mono<Boolean> reserved(byte[] id) {
    return database
        .sql(
            """
            select pg_try_advisory_xact_lock(
              hashtextextended('idempotency|' || current_setting('app.tenant') || '|' || $1, 0))
            """)
        .bind(0, place(id))
        .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
        .one();
  }

  private Mono<Stored> stored(byte[] id) {
    return database
        .sql("select answer from idempotency where request_id = $1 and expires_at > now()")
        .bind(0, ByteBuffer.wrap(id))
        .map(row -> bytes(Objects.requireNonNull(row.get(0, ByteBuffer.class))))
        .one()
        .map(
            kept ->
                seal.tryOpen(kept, place(id))
                    .map(text -> JSON.readValue(text, Stored.class))
                    .orElseThrow(Answers::lost));
  }

  /**
   * Empties the tenant's answers that hold what is looked for, and those that cannot be looked into
   * any more; says how many those were. That the requests were done stays known.
   */
  public Mono<Long> forget(Predicate<String> lookedFor) {
    return database
        .sql("select request_id, answer from idempotency where answer <> ''") // a day's, at most
        .map(
            row ->
                Map.entry(
                    bytes(Objects.requireNonNull(row.get(0, ByteBuffer.class))),
                    bytes(Objects.requireNonNull(row.get(1, ByteBuffer.class)))))
        .all()
        .filter(
            kept ->
                seal.tryOpen(kept.getValue(), place(kept.getKey()))
                    .map(text -> JSON.readValue(text, Stored.class).text())
                    .map(lookedFor::test)
                    .orElse(true))
        .map(kept -> place(kept.getKey()))
        .collectList()
        .flatMap(this::empty);
  }

  private Mono<Long> empty(List<String> ids) {
    return ids.isEmpty()
        ? Mono.just(0L)
        : database
            .sql(
                """
                update idempotency set answer = ''
                 where request_id = any(array(select decode(id, 'hex') from unnest($1::text[]) id))
                """)
            .bind(0, ids.toArray(String[]::new))
            .fetch()
            .rowsUpdated();
  }

  /** The service's keys were changed in between, or somebody was erased whom it named. */
  private static Problem lost() {
    return Problem.conflict(
        "idempotency_answer_lost",
        "This was done before under the same Idempotency-Key; its answer can no longer be read."
            + " Look at what is there, and use a new key for another request.");
  }

  private static Answer same(Stored stored, KeyedRequest request) {
    List<String> differences = stored.said().differencesTo(request.said());
    if (!differences.isEmpty()) {
      throw Problem.unprocessable(
              "idempotency_key_reused",
              "The Idempotency-Key was used for another request; this one differs in its "
                  + String.join(" and ", differences)
                  + ". Send the same again, or use a new key.")
          .with("differsIn", differences);
    }
    return stored.answer();
  }

  private static Problem inUse() {
    return Problem.conflict(
        "idempotency_key_in_use",
        "A request with this Idempotency-Key is being done at this moment. Send it again later to"
            + " get its answer.",
        Duration.ofSeconds(1));
  }

  private static String place(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
