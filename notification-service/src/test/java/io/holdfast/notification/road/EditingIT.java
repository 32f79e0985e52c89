package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Nobody overwrites what they have not seen. */
class EditingIT extends Road {
  private static final String NOOR = "/api/v1/people/noor@larkfield.example";

  @LocalServerPort private int port;

  @Test
  void anEditOfWhatWasReadIsTakenAndTheNextOneNeedsToReadAgain() {
    String made = tag(put("Noor", "", ""));
    assertThat(tag(read("").expectStatus().isOk())).isEqualTo(made);

    String changed = tag(put("Noor Haddad", "If-Match", made).expectStatus().isOk());

    assertThat(changed).isNotEqualTo(made);
    put("Noor H.", "If-Match", made)
        .expectStatus()
        .isEqualTo(412)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("changed_meanwhile")
        .jsonPath("$.currentETag")
        .isEqualTo(changed);
    assertThat(name()).isEqualTo("Noor Haddad");
  }

  @Test
  void ofManyWhoReadTheSameOneChangesIt() {
    String made = tag(put("Noor", "", ""));

    List<CompletableFuture<Integer>> edits =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            put("Noor " + i, "If-Match", made)
                                .returnResult(Void.class)
                                .getStatus()
                                .value()))
            .toList();

    assertThat(edits.stream().map(CompletableFuture::join)).containsOnlyOnce(200).contains(412);
  }

  @Test
  void ofManyWhoMakeTheSameOneMakesIt() {
    List<CompletableFuture<Integer>> edits =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            put("Noor " + i, "If-None-Match", "*")
                                .returnResult(Void.class)
                                .getStatus()
                                .value()))
            .toList();

    assertThat(edits.stream().map(CompletableFuture::join)).containsOnlyOnce(200).contains(412);
  }

  @Test
  void aStarIsMetByWhateverIsThereAndByNothingElse() {
    put("Noor", "If-Match", "*").expectStatus().isEqualTo(412);
    put("Noor", "", "").expectStatus().isOk();
    put("Noor H.", "If-Match", "*").expectStatus().isOk();
    assertThat(name()).isEqualTo("Noor H.");
  }

  @Test
  void oneOfSeveralTagsIsEnoughAndAWeakOneIsNone() {
    String made = tag(put("Noor", "", ""));

    put("Noor H.", "If-Match", "W/" + made).expectStatus().isEqualTo(412);
    put("Noor H.", "If-Match", "\"other\", " + made).expectStatus().isOk();
  }

  @Test
  void whatIsNoTagIsSaidToBeNone() {
    put("Noor", "If-Match", "made")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid_condition");
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    String made = tag(put("Noor", "", ""));

    read(made).expectStatus().isNotModified().expectBody().isEmpty();
    put("Noor H.", "", "");
    read(made).expectStatus().isOk();
  }

  @Test
  void aChannelIsRemovedAsItWasSeenOrNotAtAll() {
    String id =
        channel(Map.of("type", "email", "name", "team", "to", List.of("a@b.example")))
            .get("channelId")
            .asString();
    String channel = "/api/v1/channels/" + id;
    String seen = tag(request("GET", channel, "", "").exchange());

    request("DELETE", channel, "If-Match", "\"other\"").exchange().expectStatus().isEqualTo(412);
    request("DELETE", channel, "If-Match", seen).exchange().expectStatus().isNoContent();
    request("DELETE", channel, "If-Match", seen).exchange().expectStatus().isNotFound();
  }

  private ResponseSpec put(String name, String condition, String tag) {
    return ((WebTestClient.RequestBodySpec) request("PUT", NOOR, condition, tag))
        .header("Content-Type", "application/json")
        .bodyValue(Map.of("name", name, "roles", List.of("manager", "billing_owner")))
        .exchange();
  }

  private ResponseSpec read(String known) {
    return request("GET", NOOR, known.isEmpty() ? "" : "If-None-Match", known).exchange();
  }

  private String name() {
    return get(NOOR).get("name").asString();
  }

  private WebTestClient.RequestHeadersSpec<?> request(
      String method, String uri, String condition, String tag) {
    WebTestClient.RequestBodySpec request =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(SOON)
            .build()
            .method(HttpMethod.valueOf(method))
            .uri(uri)
            .header(
                "Authorization",
                "Bearer " + TestTokens.bearer(tenant, "channels:read", "channels:write"));
    return condition.isEmpty() ? request : request.header(condition, tag);
  }

  private static String tag(ResponseSpec response) {
    return Objects.requireNonNull(response.returnResult(Void.class).getResponseHeaders().getETag());
  }
}
