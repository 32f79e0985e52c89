package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a file may look like, however big it is. */
@RealIngestion
class ImportFilesIT {
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void tenant() {
    client = new Client(port);
  }

  @Test
  void aHeaderWithoutRequiredColumnsFailsTheImport() {
    JsonNode view = client.load("kind=accounts", "id,name\n1,Acme\n");
    assertThat(view.path("state").asString()).isEqualTo("failed");
    assertThat(view.path("failure").asString()).isEqualTo("the header lacks account_id");
  }

  @Test
  void refusesAMappingThatCannotBeFollowedAndNamesTheKey() {
    client
        .send(
            "/api/v1/imports?kind=tickets&mapping={mapping}"
                .replace(
                    "{mapping}",
                    URLEncoder.encode(
                        "{\"columns\":{\"Prio\":\"severty\"}}", StandardCharsets.UTF_8)),
            "x")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.detail")
        .value(
            detail ->
                assertThat(String.valueOf(detail)).contains("mapping.columns.Prio", "severity"));
    client
        .send("/api/v1/imports?kind=tickets&mapping=null", "x")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("mapping must be a JSON object");
    client.send("/api/v1/imports?kind=nothing", "x").expectStatus().isBadRequest();
    client.send("/api/v1/imports?kind=tickets", "").expectStatus().isBadRequest();
  }

  @Test
  void aFileThatIsNoTextInUtf8IsRefusedWithWhatToDo() {
    byte[] good = "account_id,name\n".getBytes(StandardCharsets.UTF_8);
    assertThat(send("text/csv", "a,b\n".getBytes(StandardCharsets.UTF_16))).isEqualTo(415);
    assertThat(send("text/csv", new byte[] {'P', 'K', 3, 4})).isEqualTo(415);
    assertThat(send("text/csv; charset=iso-8859-1", good)).isEqualTo(415);
    assertThat(send("multipart/form-data; boundary=x", good)).isEqualTo(415);
    assertThat(send("garbage", good)).isEqualTo(202);
    assertThat(Client.read(client.get("/api/v1/imports")).path("items").size()).isEqualTo(1);
  }

  @Test
  void aHeaderAloneIsAFileOfNothing() {
    JsonNode view = client.load("kind=accounts", "\uFEFFaccount_id,name\r\n");
    assertThat(view.path("state").asString()).isEqualTo("completed");
    assertThat(view.path("read").asInt()).isZero();
    assertThat(client.errors(view)).isEqualTo("line,column,code,message\r\n");
  }

  private int send(String type, byte[] body) {
    String token = "Bearer " + TestTokens.bearer(client.tenant, "imports:write");
    return client.status(
        "/api/v1/imports?kind=accounts",
        Map.of("Content-Type", type, "Authorization", token),
        body);
  }

  @Test
  void ndjsonIsKnownByItsFirstByteAndTraitsAreKept() {
    JsonNode view =
        client.load(
            "kind=accounts",
            """
            {"account_id":"a1","name":"Acme, Inc.","employees":12,"external_ids":{"stripe":"cus_1"},"tier":"gold"}
            {"account_id":"a2"}
            not json
            """);
    assertThat(view.path("accepted").asInt()).as(view.toString()).isEqualTo(1);
    assertThat(view.path("rejected").asInt()).isEqualTo(2);
    JsonNode account = client.published("holdfast.facts", "account-recorded");
    assertThat(account.path("externalIds").path("stripe").asString()).isEqualTo("cus_1");
    assertThat(account.path("traits").path("tier").asString()).isEqualTo("gold");
  }

  @Test
  void aBigFileIsReadStretchByStretchAndPublishedWhole() {
    client.account("acme");
    StringBuilder file = new StringBuilder("event_id,account_id,event,occurred_at,user_id\n");
    for (int i = 0; i < 60_000; i++) {
      file.append("e")
          .append(i)
          .append(",acme,\"Login, \"\"web\"\"\",2025-01-01T10:00:00Z,u")
          .append(i % 40)
          .append('\n');
    }
    JsonNode view = client.load("kind=usage", file.toString());
    assertThat(view.path("accepted").asInt()).as(view.toString()).isEqualTo(60_000);
    client.published("holdfast.usage", 1_000, _ -> true);
  }

  @Test
  void aRecordLongerThanAStretchIsReadAndOneWithoutEndFailsTheImport() {
    String header = "account_id,name\n";
    JsonNode longer =
        client.load("kind=accounts", header + "a,\"" + "x\n".repeat(400_000) + "\"\nb,Bee\n");
    assertThat(longer.path("state").asString()).isEqualTo("completed");
    assertThat(longer.path("rejected").asInt()).isEqualTo(1);
    assertThat(longer.path("accepted").asInt()).isEqualTo(1);
    JsonNode endless =
        client.load("kind=accounts", header + "c,Cee\nd,\"" + "x\n".repeat(1_000_000));
    assertThat(endless.path("state").asString()).isEqualTo("failed");
    assertThat(endless.path("failure").asString()).contains("line 3");
    assertThat(endless.path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void aLineThatIsTooLongIsRejectedAndThoseBehindItAreRead() {
    JsonNode csv =
        client.load(
            "kind=accounts",
            "account_id,name\na,Ay\nb," + "x".repeat(3_000_000) + ",\"y\nz\"\nc,Cee\n");
    assertThat(csv.path("state").asString()).as(csv.toString()).isEqualTo("completed");
    assertThat(csv.path("read").asInt()).isEqualTo(3);
    assertThat(csv.path("accepted").asInt()).isEqualTo(2);
    assertThat(client.errors(csv))
        .isEqualTo("line,column,code,message\r\n3,,line_too_long,the line is longer than 1 MB\r\n");
    JsonNode ndjson =
        client.load(
            "kind=accounts",
            "{\"account_id\":\"d\",\"name\":\"Dee\"}\n{\"account_id\":\""
                + "\"".repeat(3_000_000)
                + "\n{\"account_id\":\"e\",\"name\":\"Ee\"}\n");
    assertThat(ndjson.path("accepted").asInt()).as(ndjson.toString()).isEqualTo(2);
    assertThat(client.errors(ndjson)).contains("2,,line_too_long");
  }

  @Test
  void aLimitIsSaidInTheReport() {
    client.account("acme");
    JsonNode view =
        client.load(
            "kind=subscriptions",
            """
            subscription_id,account_id,starts_on,amount,currency,interval,ends_on,seats
            s1,acme,2025-01-01,10,USD,month,9999-12-31,2147483647
            s2,acme,2025-01-01,10,USD,month,9999-12-31,5
            """);
    assertThat(view.path("accepted").asInt()).as(view.toString()).isEqualTo(1);
    assertThat(client.errors(view)).contains("from 0 to 999,999,999");
    assertThat(
            client.published("holdfast.facts", "subscription-phase-recorded").hasNonNull("endsOn"))
        .isFalse();
    JsonNode usage =
        client.load(
            "kind=usage",
            "event_id,account_id,event,occurred_at\ne1,acme,Login,1970-01-01T00:00:12Z\n");
    assertThat(client.errors(usage)).contains("2,occurred_at,implausible_time");
    JsonNode nested =
        client.load("kind=accounts", "{\"account_id\":{\"id\":\"b\"},\"name\":\"B\"}");
    assertThat(client.errors(nested)).contains("1,account_id,not_a_text");
  }

  @Test
  void aHeaderThatIsTooLongFailsTheImport() {
    JsonNode view =
        client.load("kind=accounts", "account_id,name," + "x".repeat(2_000_000) + "\na,Ay\n");
    assertThat(view.path("failure").asString()).isEqualTo("the header is longer than 1 MB");
  }
}
