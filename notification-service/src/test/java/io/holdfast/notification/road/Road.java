package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with real parts around it, a mail server and a receiver; one tenant a test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("notification")
abstract class Road {

  static final Duration SOON = Duration.ofSeconds(20);
  static final Duration QUIET = Duration.ofSeconds(30);
  static final Receiver RECEIVER = Receiver.instance();

  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static {
    MAIL.start();
  }

  final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  final String trace = UUID.randomUUID().toString().replace("-", "");
  @Autowired MovableClock clock;
  @LocalServerPort private int port;
  private WebTestClient http = WebTestClient.bindToServer().build();

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    properties.add("holdfast.notification.mail-from", () -> "holdfast@larkfield.example");
    properties.add("holdfast.notification.egress-allow", () -> "127.0.0.1:" + RECEIVER.port());
    properties.add("holdfast.notification.digest.quiet", QUIET::toString);
    properties.add("logging.structured.format.console", () -> "");
  }

  @BeforeEach
  void connect() {
    http = WebTestClient.bindToServer().baseUrl(base()).responseTimeout(SOON).build();
  }

  final String base() {
    return "http://127.0.0.1:" + port;
  }

  // Out

  static List<MimeMessage> mailTo(String address) {
    return Arrays.stream(MAIL.getReceivedMessages()).filter(mail -> goesTo(mail, address)).toList();
  }

  private static boolean goesTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  // In

  void band(String account, String name, String owner, String from, String to, String cause) {
    Instant now = clock.instant();
    String body =
        """
        {"accountId":"%s","accountName":"%s","ownerEmail":%s,"at":"%s","from":%s,"to":"%s",
         "score":51.8,"coverage":1.0,"model":"enterprise-v1","cause":"%s","mrr":"4200",
         "currency":"USD","revenueAtRisk":"12600",
         "reasons":[{"signal":"weekly_active_users","axis":"product_adoption","value":9,
           "unit":"people","baseline":40,"score":11.25,"pointsLost":19.41,
           "sentence":"Weekly active users 9, own baseline 40 over 8 weeks (−78%%)"}]}
        """
            .formatted(account, name, quoted(owner), now, quoted(from), to, cause);
    Contracts.check("scoring.band-changed.v1", body);
    send("holdfast.health", account, "scoring.band-changed.v1", body);
  }

  void account(String account, String name, String owner) {
    String body =
        """
        {"accountId":"%s","name":"%s","ownerEmail":%s}
        """
            .formatted(account, name, quoted(owner));
    send("holdfast.facts", account, "ingestion.account-recorded.v1", body);
  }

  void fact(String account, String type, Instant at, String load) {
    fact(account, type, "in-77", at, load);
  }

  void fact(String account, String type, String invoice, Instant at, String load) {
    String body =
        """
        {"factId":"%s","accountId":"%s","type":"%s","happenedAt":"%s","value":"1249.5",
         "unit":"USD","text":"%s","load":%s}
        """
            .formatted(UUID.randomUUID(), account, type, at, invoice, quoted(load));
    send("holdfast.facts", account, "ingestion.fact-recorded.v1", body);
  }

  void fleetGap(int expected, int silent) {
    String body =
        """
        {"at":"%s","from":"2026-03-09","through":"2026-03-09","expected":%d,"silent":%d,
         "heldUntil":"2026-03-16","holiday":false,"sentence":"Most accounts were silent"}
        """
            .formatted(clock.instant(), expected, silent);
    Contracts.check("scoring.fleet-gap-noticed.v1", body);
    Map<String, String> headers =
        TestKafka.headers(tenant, tenant, "scoring.fleet-gap-noticed.v1", clock.instant());
    TestKafka.send("holdfast.health", tenant + "|" + tenant, headers, body);
    TestKafka.send("holdfast.health", tenant + "|" + tenant, headers, body); // told again
  }

  void fleetGapEnded() {
    String body =
        """
        {"at":"%s","from":"2026-03-09","through":"2026-03-09","filled":true}
        """
            .formatted(clock.instant());
    Contracts.check("scoring.fleet-gap-ended.v1", body);
    send("holdfast.health", tenant, "scoring.fleet-gap-ended.v1", body);
  }

  private void send(String topic, String account, String type, String body) {
    Map<String, String> headers = TestKafka.headers(tenant, account, type, clock.instant());
    headers.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    TestKafka.send(topic, tenant + "|" + account, headers, body);
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "null" : "\"" + text + "\"";
  }

  // API

  JsonNode get(String uri) {
    return json(as(tenant, "GET", uri, null).expectStatus().isOk());
  }

  JsonNode items(String uri) {
    return get(uri).required("items");
  }

  /** The first item of a list that has one. */
  JsonNode first(String uri) {
    JsonNode items = items(uri);
    assertThat(items.size()).as(uri).isPositive();
    return items.get(0);
  }

  /** The first entry of a property that has one. */
  static JsonNode first(JsonNode node, String property) {
    JsonNode entries = node.required(property);
    assertThat(entries.size()).as(property).isPositive();
    return entries.get(0);
  }

  JsonNode channel(Map<String, ?> request) {
    return json(as(tenant, "POST", "/api/v1/channels", request).expectStatus().isCreated());
  }

  ResponseSpec post(String uri, Map<String, ?> body) {
    return as(tenant, "POST", uri, body);
  }

  ResponseSpec as(String who, String method, String uri, Object body) {
    return with(
        TestTokens.bearer(
            who, "alerts:read", "alerts:write", "plays:read", "channels:read", "channels:write"),
        method,
        uri,
        body);
  }

  /** A body as it is written. */
  ResponseSpec raw(String method, String uri, String body) {
    return as(tenant, method, uri, body);
  }

  /**
   * @param token absent: nobody
   */
  ResponseSpec with(String token, String method, String uri, Object body) {
    var request =
        http.method(HttpMethod.valueOf(method))
            .uri(URI.create(base() + uri))
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return body == null ? request.exchange() : request.bodyValue(body).exchange();
  }

  static JsonNode json(ResponseSpec response) {
    return JSON.readTree(response.expectBody(String.class).returnResult().getResponseBody());
  }
}
