package io.holdfast.ingestion;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whatever a client sends, the answer blames the client or takes it: never 5xx, never a loss. */
@RealIngestion
class HostileInputIT {
  @LocalServerPort int port;

  private Client client;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
    client.account("acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'track','userId':'u','event':'E','timestamp':{}}",
        "{'type':'track','userId':'u','event':'E','timestamp':[]}",
        "{'type':'track','userId':'u','event':'E','timestamp':true}",
        "{'type':'track','userId':'u','event':'E','timestamp':9000000000000000}",
        "{'type':'track','userId':'u','event':'E','timestamp':1e400}",
        "{'type':'track','userId':'u','event':'E','timestamp':-1}",
        "{'type':'track','userId':'u','event':'E','timestamp':'9999-12-31T23:59:59Z','sentAt':'1970-01-01T00:00:00Z'}",
        "{'type':'track','userId':'u','event':'E','sentAt':{}}",
        "{'type':{},'userId':'u','event':'E'}",
        "{'type':'track','userId':{},'event':'E'}",
        "{'type':'track','userId':'u','event':'E','messageId':{}}",
        "{'type':'jump','messageId':'\\ud800'}",
        "{'type':'track','userId':'u','event':'\\ud800'}",
        "{'type':'track','userId':'u','event':'E','timestamp':'\\ud800'}",
        "{'type':'track','userId':'u','event':'E','context':7}",
        "{'type':'track','userId':'u','event':'E','context':{'groupId':[]}}",
        "{'type':'page','userId':'u','properties':{'path':'a\\u0000b'}}",
        "{'type':'page','userId':'u','properties':[]}",
        "{'type':'screen','userId':'u','properties':{'name':'a\\u0000b'}}",
        "{'type':'group','userId':'u','groupId':'g','traits':{'createdAt':{}}}",
        "{'type':'group','userId':'u','groupId':'g','traits':{'createdAt':9000000000000000}}",
        "{'type':'group','userId':'u','groupId':'g','traits':{'employees':1e99,'x':1e999999999}}",
        "{'type':'group','userId':'u','groupId':'g','traits':{'a\\u0000b':'c\\u0000d'}}",
        "{'type':'group','userId':'u','groupId':'g','traits':[1]}",
        "{'type':'group','userId':'u','groupId':'g','traits':{'externalIds':['x']}}",
        "{'type':'group','userId':'u','groupId':'g','traits':{'externalIds':{'stripe':{'a':1}}}}",
        "{'type':'identify','userId':'u','traits':{'email':'a\\u0000','name':{'a':1}}}",
        "{'type':'alias','userId':'u','previousId':'u'}",
      })
  void anEventIsTakenOrItsFaultIsSaid(String event) {
    String batch =
        "{'batch':["
            + event
            + ",{'type':'track','userId':'u','event':'After',"
            + "'context':{'groupId':'acme'}}]}";
    JsonNode answer =
        Client.read(client.track("/v1/batch", key, batch.replace('\'', '"')).expectStatus().isOk());
    assertThat(answer.path("accepted").asInt() + answer.path("errors").size()).isEqualTo(2);
    client.published("holdfast.usage", 1, message -> message.json().contains("After"));
    assertThat(client.count("dead_letter")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/quarantine?reason=%00",
        "GET /api/v1/quarantine?reason=nonsense",
        "GET /api/v1/quarantine?source=%00",
        "GET /api/v1/quarantine?cursor=heldAt/x/y",
        "GET /api/v1/quarantine?cursor=heldAt/%/%",
        "GET /api/v1/imports?cursor=-receivedAt/x/y",
        "GET /api/v1/imports?cursor=-receivedAt/%/%",
        "GET /api/v1/sources?cursor=name/%/%",
        "GET /api/v1/sources?limit=0",
        "GET /api/v1/accounts/a%00b/contacts",
        "GET /api/v1/accounts/acme/contacts?cursor=contactId/%/%",
        "GET /api/v1/imports/nonsense",
        "POST /api/v1/imports?kind=%00 x",
        "POST /api/v1/imports?kind=tickets&mapping=%00 x",
        "POST /api/v1/quarantine/nonsense/replay {}",
        "POST /api/v1/sources {'kind':'segment','name':'a\\u0000b'}",
        "POST /api/v1/sources {'kind':'segment','name':{}}",
        "POST /api/v1/sources null",
        "POST /api/v1/sources []",
        "PUT /api/v1/tracking-plan {'events':[null]}",
        "PUT /api/v1/tracking-plan {'events':[{'event':'a\\u0000b'}]}",
        "PUT /api/v1/tracking-plan {'events':[{'event':'a','module':'\\u0000'}]}",
        "PUT /api/v1/tracking-plan null",
        "POST /api/v1/facts null",
        "POST /api/v1/facts [null]",
        "POST /api/v1/facts"
            + " {'accountId':'acme','type':'x','happenedAt':'2025-01-01','value':1e400,'factId':7e999999999}",
        "POST /api/v1/facts"
            + " {'accountId':'a\\u0000','type':'x','happenedAt':'2025-01-01','text':'\\ud800'}",
        "POST /api/v1/facts {'accountId':'\\ud800','type':'\\ud800','happenedAt':'2025-01-01'}",
        "POST /api/v1/facts {'\\ud800':1}",
        "POST /api/v1/tenants {'holidays':[null]}",
        "POST /api/v1/tenants {'name':'\\u0000'}",
        "POST /api/v1/tenants {'timeZone':''}",
        "POST /v1/batch [",
        "POST /v1/%00 {}",
      })
  void aRequestIsRefusedWithAReason(String request) {
    String[] parts = request.split(" ", 3);
    String token =
        TestTokens.bearer(
            client.tenant,
            "imports:write",
            "imports:read",
            "sources:write",
            "sources:read",
            "facts:write",
            "accounts:read",
            "platform:admin");
    int status =
        client
            .http
            .method(org.springframework.http.HttpMethod.valueOf(parts[0]))
            .uri(URI.create("http://127.0.0.1:" + port + path(parts[1])))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .bodyValue(parts.length < 3 ? "" : parts[2].replace('\'', '"'))
            .exchange()
            .returnResult(Void.class)
            .getStatus()
            .value();
    assertThat(status).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts|account_id,name,a\u0000b\nx,X,y\n",
        "accounts|account_id,name,tier\nx,X,a\u0000b\n",
        "accounts|account_id,name,external_ids\nx,X,stripe=a\u0001b\n",
        "usage|event_id,account_id,event,occurred_at,a\u0000b\ne,acme,E,2025-01-01,1\n",
        "tickets|ticket_id,account_id,opened_at\nt\u0000,acme,2025-01-01\n",
      })
  void aFileIsReadToItsEnd(String file) {
    String kind = file.substring(0, file.indexOf('|'));
    JsonNode view = client.load("kind=" + kind, file.substring(file.indexOf('|') + 1));
    assertThat(view.path("state").asString()).as(view.toString()).isEqualTo("completed");
    assertThat(view.path("read").asInt()).isEqualTo(1);
  }

  @Test
  void aHugeTraitStopsNobodyElse() {
    JsonNode view =
        client.load(
            "kind=accounts", "account_id,name,tier\nx,X," + "y".repeat(1_100_000) + "\nz,Zed,b\n");
    assertThat(view.path("rejected").asInt()).as(view.toString()).isEqualTo(1);
    client.published("holdfast.facts", 1, message -> message.json().contains("Zed"));
  }

  @Test
  void anIdElsewhereOfAnyLengthStopsNobodyElse() {
    String id =
        new Random(7).ints(1_000, 0x4E00, 0x9FA5).mapToObj(Character::toString).collect(joining());
    client
        .track(
            "/v1/group",
            key,
            "{\"userId\":\"u\",\"groupId\":\"g\",\"traits\":{\"externalIds\":{\"crm\":\"%s\"}}}"
                .formatted(id))
        .expectStatus()
        .isOk();
    JsonNode view =
        client.load(
            "kind=accounts", "account_id,name,external_ids\ny,Y,crm=" + id + "\nz,Zed,crm=1\n");
    assertThat(view.path("rejected").asInt()).as(view.toString()).isEqualTo(1);
    client.published("holdfast.facts", 1, message -> message.json().contains("Zed"));
    assertThat(client.count("dead_letter")).isZero();
  }

  @Test
  void aHugeSharedContextIsRefused() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      events
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\"}");
    }
    String body =
        "{\"context\":{\"x\":\"" + "y".repeat(300_000) + "\"},\"batch\":[" + events + "]}";
    JsonNode answer = Client.read(client.track("/v1/batch", key, body).expectStatus().isOk());
    assertThat(answer.path("accepted").asInt()).isZero();
    assertThat(answer.path("errors").path(0).path("code").asString()).isEqualTo("event_too_large");
  }

  @Test
  void headersDoNotDecide() {
    byte[] event = "{\"userId\":\"u\",\"event\":\"E\"}".getBytes(StandardCharsets.UTF_8);
    for (String type : List.of("garbage", "text/plain; charset=nonsense", "a/b; c")) {
      assertThat(
              client.status(
                  "/v1/track",
                  Map.of(
                      "Content-Type",
                      type,
                      "Authorization",
                      Client.basic(key),
                      "Accept",
                      "text/csv",
                      "Content-Encoding",
                      "br"),
                  event))
          .as(type)
          .isEqualTo(200);
    }
  }

  private String path(String template) {
    int cursor = template.indexOf("cursor=");
    if (cursor < 0) {
      return template;
    }
    String text = template.substring(cursor + 7).replace('/', '\u0001').replace('%', '\u0000');
    return template.substring(0, cursor + 7)
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
