package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** CloudEvents as the project's own SDK for Java writes them, and as nobody should. */
@RealIngestion
class CloudEventsIT {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String TYPE = "com.example.report.exported";
  private static final OffsetDateTime TIME =
      OffsetDateTime.of(2026, 1, 5, 12, 0, 0, 0, ZoneOffset.UTC);

  @LocalServerPort int port;
  private Client client;
  private String token;

  @BeforeEach
  void tenant() {
    client = new Client(port);
    client.account("acme");
    token = TestTokens.bearer(client.tenant, "events:write");
  }

  @Test
  void anEventInBinaryModeIsUseOfItsTypeByItsSubject() {
    sdk(event("b-1 ü%").build(), true).expectStatus().isOk();
    JsonNode usage = client.published("holdfast.usage", "usage-recorded");
    assertThat(usage.path("accountId").asString()).isEqualTo("acme");
    assertThat(usage.path("event").asString()).isEqualTo(TYPE);
    assertThat(usage.path("userId").asString()).isEqualTo("u1");
    assertThat(usage.path("count").asInt()).isEqualTo(3);
    assertThat(usage.path("occurredAt").asString()).isEqualTo("2026-01-05T12:00:00Z");
  }

  @Test
  void theSameEventInAnyModeCountsOnce() {
    CloudEvent event = event("same ü%").build();
    sdk(event, true).expectStatus().isOk();
    sdk(event, false).expectStatus().isOk();
    batch(structured(event), structured(event)).expectStatus().isOk();
    sdk(event("last").build(), true).expectStatus().isOk();
    await()
        .untilAsserted(
            () -> assertThat(client.published("holdfast.usage", 2, _ -> true)).hasSize(2));
    sdk(CloudEventBuilder.v1(event).withSource(URI.create("/another")).build(), true)
        .expectStatus()
        .isOk();
    client.published("holdfast.usage", 3, _ -> true);
  }

  @Test
  void aTypeOfOursIsARecordOfItsKind() {
    sdk(
            CloudEventBuilder.v1(event("t-1").build())
                .withType("io.holdfast.ticket.v1")
                .withData("application/json", bytes("{\"ticketId\":\"T-1\",\"severity\":\"high\"}"))
                .build(),
            false)
        .expectStatus()
        .isOk();
    JsonNode ticket = client.published("holdfast.facts", "ticket-recorded");
    assertThat(ticket.path("ticketId").asString()).isEqualTo("T-1");
    assertThat(ticket.path("accountId").asString()).isEqualTo("acme");
    assertThat(ticket.path("openedAt").asString()).isEqualTo("2026-01-05T12:00:00Z");
    sdk(
            CloudEventBuilder.v1(event("a-1").build())
                .withType("io.holdfast.account.v1")
                .withSubject("globex")
                .withData(
                    "application/json",
                    bytes(
                        "{\"name\":\"Globex\",\"externalIds\":{\"crm\":\"7\"},\"tier\":\"gold\"}"))
                .build(),
            true)
        .expectStatus()
        .isOk();
    client.published(
        "holdfast.facts",
        1,
        message ->
            message.json().contains("Globex")
                && message.json().contains("\"tier\":\"gold\"")
                && message.json().contains("\"crm\":\"7\""));
  }

  @Test
  void anEventOfAnUnknownAccountWaits() {
    sdk(CloudEventBuilder.v1(event("w").build()).withSubject("later").build(), true)
        .expectStatus()
        .isOk();
    JsonNode held = await().until(client::quarantine, waiting -> waiting.size() == 1).getFirst();
    assertThat(held.path("source").asString()).isEqualTo("cloudevents");
    client.account("later");
    assertThat(client.published("holdfast.usage", "usage-recorded").path("accountId").asString())
        .isEqualTo("later");
  }

  @Test
  void aBatchIsAnsweredEventByEvent() {
    JsonNode answer =
        Client.read(
            batch(
                    structured(event("1").build()),
                    "{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/s\"}",
                    "7",
                    structured(event("4").build()))
                .expectStatus()
                .isOk());
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("results").values())
        .extracting(
            result ->
                result.path("id").asString("-")
                    + " "
                    + result.path("status").asString()
                    + " "
                    + result.path("attribute").asString("-"))
        .containsExactly("1 accepted -", "2 rejected type", "- rejected -", "4 accepted -");
    JsonNode refused = Client.read(batch("7").expectStatus().isEqualTo(422));
    assertThat(refused.path("results").path(0).path("code").asString()).isEqualTo("not_an_object");
    batch().expectStatus().isOk();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'specversion':'0.3','id':'1','source':'/s','type':'t','subject':'acme'} | 400 |"
            + " unknown_specversion",
        "{'id':'1','source':'/s','type':'t','subject':'acme'}                     | 400 |"
            + " missing_attribute",
        "{'specversion':'1.0','id':'','source':'/s','type':'t','subject':'acme'}  | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':1,'source':'/s','type':'t','subject':'acme'}   | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'a b','type':'t'}                 | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','subject':''}     | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','time':'now'}     | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','Bad_Name':'x'}   | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','ext':{}}         | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','ext':1.5}        | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','dataschema':'x'} | 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','data_base64':'%'}| 400 |"
            + " invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','data':1,'data_base64':'MQ=='} |"
            + " 400 | invalid_attribute",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t'}                  | 422 |"
            + " missing_subject",
        "{'specversion':'1.0','id':'1','source':'/s','type':'t','subject':'a','data':{'count':0}} |"
            + " 422 | invalid_data",
        "{'specversion':'1.0','id':'1','source':'/s','type':'io.holdfast.jump.v1','subject':'a'} |"
            + " 422 | unknown_type",
        "{'specversion':'1.0','id':'1','source':'/s','type':'io.holdfast.fact.v1','subject':'a'} |"
            + " 422 | invalid_data",
        "{'specversion':'1.0','id':'1','source':'/s','type':'io.holdfast.fact.v1','subject':'a','data':{}}"
            + " | 422 | missing_value",
        "{'specversion':'1.0','id':'1','source':'/s','type':'io.holdfast.fact.v1','subject':'a','data':{'accountId':'b'}}"
            + " | 422 | invalid_data",
        "[                                                                        | 400 |"
            + " malformed_json",
        "{                                                                        | 400 |"
            + " malformed_json",
      })
  void anEventThatIsNoneIsRefusedForItsReason(String event, int status, String code) {
    JsonNode problem =
        Client.read(send(STRUCTURED, event.replace('\'', '"')).expectStatus().isEqualTo(status));
    assertThat(problem.path("code").asString()).isEqualTo(code);
  }

  @Test
  void whatIsNoCloudEventIsTold() {
    send("application/json", "{}").expectStatus().isBadRequest();
    send("application/cloudevents+avro", "x").expectStatus().isEqualTo(415);
    send(BATCH, "{}").expectStatus().isBadRequest();
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"subject\":\"acme\",\"data\":\"";
    send(STRUCTURED, event + "x".repeat(70_000) + "\"}").expectStatus().isEqualTo(413);
    send(BATCH, "[" + "7,".repeat(2_500) + "7]").expectStatus().isEqualTo(413);
    token = TestTokens.bearer(client.tenant, "facts:write");
    send(STRUCTURED, event + "\"}").expectStatus().isForbidden();
  }

  @Test
  void whoIsLimitedToSomeAccountsReachesNoOther() {
    token =
        TestTokens.sign(
            TestTokens.claims(client.tenant, "events:write")
                .claim("accounts", List.of("acme"))
                .build());
    sdk(event("mine").build(), true).expectStatus().isOk();
    sdk(CloudEventBuilder.v1(event("other").build()).withSubject("globex").build(), true)
        .expectStatus()
        .isEqualTo(422);
    sdk(
            CloudEventBuilder.v1(event("kind").build()).withType("io.holdfast.account.v1").build(),
            true)
        .expectStatus()
        .isEqualTo(422);
  }

  private static CloudEventBuilder event(String id) {
    return CloudEventBuilder.v1()
        .withId(id)
        .withSource(URI.create("https://partner.example/reports?a=b"))
        .withType(TYPE)
        .withSubject("acme")
        .withTime(TIME)
        .withExtension("region", "eu")
        .withData("application/json", bytes("{\"userId\":\"u1\",\"count\":3}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String structured(CloudEvent event) {
    return new String(new JsonFormat().serialize(event), StandardCharsets.UTF_8);
  }

  private WebTestClient.ResponseSpec batch(String... events) {
    return send(BATCH, Stream.of(events).collect(Collectors.joining(",", "[", "]")));
  }

  private WebTestClient.ResponseSpec send(String type, String body) {
    return post(Map.of("Content-Type", type), bytes(body));
  }

  private WebTestClient.ResponseSpec sdk(CloudEvent event, boolean binary) {
    Map<String, String> headers = new HashMap<>();
    byte[][] sent = new byte[1][];
    MessageWriter<?, ?> writer =
        HttpMessageFactory.createWriter(headers::put, body -> sent[0] = body);
    if (binary) {
      writer.writeBinary(event);
    } else {
      writer.writeStructured(event, new JsonFormat());
    }
    return post(headers, sent[0]);
  }

  private WebTestClient.ResponseSpec post(Map<String, String> headers, byte[] body) {
    return client
        .http
        .post()
        .uri("/api/v1/events")
        .header("Authorization", "Bearer " + token)
        .headers(all -> headers.forEach(all::set))
        .bodyValue(body)
        .exchange();
  }
}
