package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.probe.LettersController.Gates;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What an Idempotency-Key promises. */
class RepeatedRequestsIT extends LettersIT {
  @Autowired Gates gates;

  @Test
  void theSameRequestAgainIsAnsweredTheSameAndNotDone() throws SQLException {
    EntityExchangeResult<byte[]> first = post("box", "hello", key);
    EntityExchangeResult<byte[]> second = post("box", "hello", key);

    assertThat(second.getStatus().value()).isEqualTo(201);
    assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
    assertThat(second.getResponseHeaders().getLocation())
        .isEqualTo(first.getResponseHeaders().getLocation());
    assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"box\"");
    assertThat(second.getResponseHeaders().getContentType())
        .isEqualTo(first.getResponseHeaders().getContentType());
    assertThat(replayed(first)).isFalse();
    assertThat(replayed(second)).isTrue();
    assertThat(notes()).containsExactly("hello", "clerk /api/letters/{box} 201");
  }

  @Test
  void anAnswerWithoutABodyIsRepeatedToo() throws SQLException {
    post("empty", "hello", key);
    EntityExchangeResult<byte[]> again = post("empty", "hello", key);

    assertThat(again.getStatus().value()).isEqualTo(204);
    assertThat(replayed(again)).isTrue();
    assertThat(notes()).hasSize(2);
  }

  @Test
  void withoutAKeyEachRequestIsDone() throws SQLException {
    post("box", "hello");
    post("box", "hello");

    assertThat(notes()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"box,other,body", "other,hello,path", "box?copy=2,hello,query"})
  void anotherRequestUnderTheSameKeyIsRefusedAndSaysWhatDiffers(
      String address, String text, String difference) throws SQLException {
    post("box", "hello", key);
    EntityExchangeResult<byte[]> other = post(address, text, key);

    assertThat(other.getStatus().value()).isEqualTo(422);
    assertThat(text(other))
        .contains("\"idempotency_key_reused\"", "\"differsIn\":[\"" + difference + "\"]");
    assertThat(notes()).hasSize(2);
  }

  @Test
  void whileOneIsDoneTheSameIsRefusedAndAfterwardsRepeated() throws SQLException {
    String gated = "gate " + key;
    CompletableFuture<EntityExchangeResult<byte[]>> first =
        CompletableFuture.supplyAsync(() -> post("gated", gated, key));
    await().until(() -> locksHeld() > 0);
    EntityExchangeResult<byte[]> meanwhile = post("gated", gated, key);
    gates.of(gated).tryEmitEmpty().orThrow();

    assertThat(meanwhile.getStatus().value()).isEqualTo(409);
    assertThat(meanwhile.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(text(meanwhile)).contains("\"idempotency_key_in_use\"");
    assertThat(first.join().getStatus().value()).isEqualTo(201);
    EntityExchangeResult<byte[]> after = post("gated", gated, key);
    assertThat(after.getResponseBody()).isEqualTo(first.join().getResponseBody());
    assertThat(notes()).hasSize(2);
  }

  @Test
  void ofManyAtOnceOneIsDone() throws SQLException {
    List<CompletableFuture<EntityExchangeResult<byte[]>>> answers =
        IntStream.range(0, 12)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> post("box", "hello", key)))
            .toList();

    assertThat(answers)
        .extracting(answer -> answer.join().getStatus().value())
        .contains(201)
        .containsAnyOf(201, 409)
        .isSubsetOf(201, 409);
    assertThat(answers.stream().map(CompletableFuture::join))
        .filteredOn(answer -> answer.getStatus().value() == 201 && !replayed(answer))
        .hasSize(1);
    assertThat(notes()).containsExactly("hello", "clerk /api/letters/{box} 201");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "broken", "returned", "deaf"})
  void aRequestThatWasNotDoneLeavesItsKeyFree(String box) throws SQLException {
    post(box, "hello", key);
    EntityExchangeResult<byte[]> corrected = post("box", "corrected", key);

    assertThat(corrected.getStatus().value()).isEqualTo(201);
    assertThat(replayed(corrected)).isFalse();
    assertThat(notes()).containsExactly("corrected", "clerk /api/letters/{box} 201");
  }

  @Test
  void aKeyIsFreeAgainWhenItsConnectionDiedBeforeTheCommit() throws SQLException {
    String gated = "cut " + key;
    CompletableFuture<EntityExchangeResult<byte[]>> first =
        CompletableFuture.supplyAsync(() -> post("gated", gated, key));
    await().until(() -> locksHeld() > 0);
    execute(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
    gates.of(gated).tryEmitEmpty().orThrow();

    assertThat(first.join().getStatus().value()).isEqualTo(503);
    assertThat(notes()).isEmpty();
    assertThat(post("gated", gated, key).getStatus().value()).isEqualTo(201);
    assertThat(notes()).hasSize(2);
  }

  @Test
  void nothingStaysOfARequestWhoseSenderWentAway() throws IOException, SQLException {
    String gated = "gone " + key;
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              """
              POST /api/letters/gated HTTP/1.1\r
              Host: probe\r
              Authorization: Bearer %s\r
              Idempotency-Key: %s\r
              Content-Type: application/json\r
              Content-Length: %d\r
              \r
              %s\
              """
                  .formatted(sender().token(), key, body(gated).length(), body(gated))
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> locksHeld() > 0);
    }
    await().until(() -> locksHeld() == 0);
    gates.of(gated).tryEmitEmpty().orThrow();

    assertThat(notes()).isEmpty();
    assertThat(replayed(post("gated", gated, key))).isFalse();
    assertThat(notes()).hasSize(2);
  }

  @Test
  void anotherTenantOrClientMayUseTheSameKey() throws SQLException {
    Sender colleague = new Sender(tenant, "colleague");
    Sender stranger = new Sender(tenant + "x", "clerk");
    post("box", "mine", key);
    for (Sender other : List.of(colleague, stranger)) {
      EntityExchangeResult<byte[]> answer =
          sent(letter(other, "box", body("theirs")).header("Idempotency-Key", key));
      assertThat(answer.getStatus().value()).isEqualTo(201);
      assertThat(replayed(answer)).isFalse();
    }
    assertThat(notes()).contains("mine", "theirs").hasSize(4);
    assertThat(notes(stranger.tenant())).contains("theirs").hasSize(2);
  }

  @Test
  void aKeyThatWasKeptLongEnoughIsForgotten() throws SQLException {
    post("box", "hello", key);
    execute(
        "update probe.idempotency set expires_at = now() - interval '1 second' where tenant_id = '"
            + tenant
            + "'");
    assertThat(replayed(post("box", "hello", key))).isFalse();
    assertThat(replayed(post("box", "hello", key))).isTrue();
    assertThat(notes()).hasSize(4);
  }

  @Test
  void whatWasAnsweredCannotBeReadInTheTable() throws SQLException {
    String answer = text(post("box", "hello", key));
    String secret = answer.replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1");

    assertThat(secret).hasSize(36);
    assertThat(
            column(
                "select encode(answer, 'escape') from probe.idempotency where tenant_id = '"
                    + tenant
                    + "'"))
        .singleElement()
        .asString()
        .doesNotContain(secret, "secret", "box", "hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "schl\u00fcssel"})
  void aKeyThatIsNoneIsRefused(String wrong) throws SQLException {
    EntityExchangeResult<byte[]> answer = post("box", "hello", wrong);

    assertThat(answer.getStatus().value()).isEqualTo(400);
    assertThat(text(answer)).contains("invalid_idempotency_key");
    assertThat(notes()).isEmpty();
  }

  @Test
  void aKeyHas255CharactersAtMost() {
    assertThat(post("box", "hello", "k".repeat(255)).getStatus().value()).isEqualTo(201);
    assertThat(post("box", "hello", "k".repeat(256)).getStatus().value()).isEqualTo(400);
  }

  @Test
  void twoKeysAreOneTooMany() {
    EntityExchangeResult<byte[]> answer =
        sent(letter(sender(), "box", body("hello")).header("Idempotency-Key", key, key));
    assertThat(answer.getStatus().value()).isEqualTo(400);
  }

  private static int locksHeld() throws SQLException {
    return column("select 1 from pg_locks where locktype = 'advisory' and granted").size();
  }

  private static boolean replayed(EntityExchangeResult<byte[]> answer) {
    return "true".equals(answer.getResponseHeaders().getFirst("Idempotent-Replayed"));
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    return new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
  }
}
