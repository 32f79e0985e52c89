package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.json.JsonMapper;

/** Nothing of an erased person is left in what a service holds of messages and of answers. */
class ErasingIT extends LettersIT {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String OPAQUE = "erased-4711";
  private static final String ID = "canary-4711";
  private static final String EMAIL = "canary@person.example";

  @Test
  void lettersThatNameThePersonLoseTheirContentsAndStayToBeFound() throws SQLException {
    poison("poison of " + ID);
    poison("poison for " + EMAIL);
    poison("poison of somebody else");
    await().atMost(LONGEST).untilAsserted(() -> assertThat(letters("")).hasSize(3));

    erase();

    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(letters("where state = 'discarded'")).hasSize(2));
    assertThat(letters("")).noneMatch(row -> row.contains(ID) || row.contains(EMAIL));
    assertThat(letters("where state = 'waiting'")).hasSize(1);
    assertThat(letters("where closed_by = 'erasure' and type = 'probe.note.v1'")).hasSize(2);
  }

  @Test
  void aKeptAnswerThatNamesThePersonIsGoneAndItsRequestIsNotDoneAgain() throws SQLException {
    post(ID, "hello", key);
    post("others", "hello", key + "-2");
    List<String> before = notes();

    erase();

    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(post(ID, "hello", key).getStatus().value()).isEqualTo(409));
    assertThat(text(post(ID, "hello", key))).contains("idempotency_answer_lost");
    assertThat(post("others", "hello", key + "-2").getStatus().value()).isEqualTo(201);
    assertThat(notes()).isEqualTo(before);
    assertThat(
            column(
                "select count(*) from probe.idempotency where answer = '' and tenant_id = '%s'"
                    .formatted(tenant)))
        .containsExactly("1");
  }

  @Test
  void whatIsNotSentYetIsSentWithoutThePerson() throws SQLException {
    execute(
        """
        insert into probe.lease (name, holder, epoch, expires_at)
        values ('relay:outbox', gen_random_uuid(), 1, now() + interval '1 hour')
        on conflict (name) do update
           set holder = excluded.holder, epoch = lease.epoch + 1, expires_at = excluded.expires_at
        """);
    try {
      post("others", "a note of " + ID + " and of canary-47110");
      erase();
      await()
          .atMost(LONGEST)
          .untilAsserted(() -> assertThat(owed()).anyMatch(body -> body.contains(OPAQUE)));
      assertThat(owed()).noneMatch(body -> body.contains(ID + " "));
    } finally {
      execute("update probe.lease set expires_at = now() where name = 'relay:outbox'");
    }

    String sent =
        TestKafka.received(
                "holdfast.health",
                1,
                message -> message.tenant().equals(tenant) && message.json().contains(OPAQUE))
            .getFirst()
            .json();
    assertThat(sent).contains("a note of " + OPAQUE + " and of canary-47110");
  }

  @Test
  void anotherTenantKeepsItsOwn() throws SQLException {
    post(ID, "hello", key);

    erase("o" + tenant);
    TestKafka.awaitDone("holdfast.facts", "probe");

    assertThat(post(ID, "hello", key).getStatus().value()).isEqualTo(201);
  }

  private void poison(String text) {
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, "acme", "probe.note.v1", Instant.EPOCH),
        body(text));
  }

  private void erase() {
    erase(tenant);
  }

  private static void erase(String tenant) {
    Map<String, Object> erased =
        Map.of(
            "contactIds",
            List.of(ID),
            "addresses",
            List.of(ErasedPerson.digest(EMAIL, OPAQUE)),
            "opaqueId",
            OPAQUE,
            "facts",
            List.of());
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, null, "ingestion.contact-erased.v1", Instant.EPOCH),
        JsonMapper.shared().writeValueAsString(erased));
  }

  private List<String> letters(String where) throws SQLException {
    return column(
        """
        select d::text || convert_from(body, 'UTF8')
          from (select * from probe.dead_letter where tenant_id = '%s') d %s
        """
            .formatted(tenant, where));
  }

  private List<String> owed() throws SQLException {
    return column("select body from probe.outbox where tenant_id = '%s'".formatted(tenant));
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    return new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
  }
}
