package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Of two who read the same source only one can change it, whatever of it they change. */
@RealIngestion
class SourceEditsIT {
  private static final Map<String, Object> BODIES =
      Map.of(
          "/limits", Map.of("eventsPerSecond", 7),
          "/signature", Map.of("scheme", "standard"),
          "/mapping",
              Map.of(
                  "rules",
                  List.of(
                      Map.of(
                          "kind",
                          "tickets",
                          "fields",
                          Map.of(
                              "ticket_id",
                              "/no",
                              "account_id",
                              "/customer",
                              "opened_at",
                              "/at")))));

  @LocalServerPort int port;
  private Client client;
  private String source;

  @BeforeEach
  void source() {
    client = new Client(port);
    source = "/api/v1/sources/" + client.source("json", "").path("sourceId").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/limits", "/signature"})
  void aPartIsEditedOnTheTermsOfTheSource(String part) {
    String read = tag(source);

    String now = tag(put(part, read).expectStatus().isOk());

    assertThat(now).isNotEqualTo(read).isEqualTo(tag(source));
    refused(put(part, read), now);
    put(part, now).expectStatus().isOk();
  }

  @Test
  void aMappingIsEditedOnItsOwnTerms() {
    String read = tag(source + "/mapping");

    String now = tag(put("/mapping", read).expectStatus().isOk());

    assertThat(now).isNotEqualTo(read).isEqualTo(tag(source + "/mapping"));
    refused(put("/mapping", read), now);
    refused(call(HttpMethod.DELETE, "/mapping", read, null), now);
    call(HttpMethod.DELETE, "/mapping", now, null).expectStatus().isNoContent();
    assertThat(tag(source + "/mapping")).isEqualTo(read);
  }

  @Test
  void ofManyWhoReadTheSameSourceOneChangesIt() {
    String read = tag(source);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(n -> n % 2 == 0 ? "/limits" : "/signature")
            .map(part -> put(part, read).returnResult(Void.class).getStatus().value())
            .toList();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void withoutTermsItIsDoneWhateverIsThere() {
    for (String part : BODIES.keySet()) {
      client.put(source + part, BODIES.get(part)).expectStatus().isOk();
      client.put(source + part, BODIES.get(part)).expectStatus().isOk();
    }
  }

  @Test
  void whatIsNotThereCannotBeChangedOnTerms() {
    String gone = "/api/v1/sources/00000000-0000-0000-0000-000000000000";

    for (String part : BODIES.keySet()) {
      client.put(gone + part, BODIES.get(part)).expectStatus().isNotFound();
      call(HttpMethod.PUT, gone, part, "\"any\"", BODIES.get(part)).expectStatus().isEqualTo(412);
    }
  }

  private void refused(ResponseSpec answer, String now) {
    answer
        .expectStatus()
        .isEqualTo(412)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("changed_meanwhile")
        .jsonPath("$.currentETag")
        .isEqualTo(now);
  }

  private ResponseSpec put(String part, String terms) {
    return call(HttpMethod.PUT, part, terms, BODIES.get(part));
  }

  private ResponseSpec call(HttpMethod method, String part, String terms, Object body) {
    return call(method, source, part, terms, body);
  }

  private ResponseSpec call(HttpMethod method, String of, String part, String terms, Object body) {
    var request =
        client
            .http
            .method(method)
            .uri(of + part)
            .header(
                "Authorization",
                "Bearer " + TestTokens.bearer(client.tenant, "sources:read", "sources:write"))
            .header("If-Match", terms)
            .header("Content-Type", "application/json");
    return body == null ? request.exchange() : request.bodyValue(body).exchange();
  }

  private String tag(String uri) {
    return tag(client.get(uri).expectStatus().isOk());
  }

  private static String tag(ResponseSpec answer) {
    return Objects.requireNonNull(
        answer.returnResult(Void.class).getResponseHeaders().getETag(), "ETag");
  }
}
