package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Limits so small that they are met, with windows so long that time changes nothing. */
@GatewayTest
@TestPropertySource(
    properties = {
      "holdfast.rates.client.requests=5",
      "holdfast.rates.client.window=1h",
      "holdfast.rates.tenant.requests=8",
      "holdfast.rates.tenant.window=1h",
      "holdfast.rates.source.requests=3",
      "holdfast.rates.source.window=1h",
      "holdfast.rates.address.requests=20",
      "holdfast.rates.address.window=1h",
    })
class LimitsTests {
  @Autowired WebTestClient client;
  @LocalManagementPort int management;

  @Test
  void tellsAClientWhatIsLeftAndRefusesWhatIsTooMuch() {
    String tenant = UUID.randomUUID().toString();
    String token = token(tenant, "one");

    EntityExchangeResult<byte[]> first = api(token);
    assertThat(first.getStatus().value()).isEqualTo(200);
    assertThat(header(first, "RateLimit-Policy"))
        .isEqualTo("\"client\";q=5;w=3600, \"tenant\";q=8;w=3600");
    assertThat(header(first, "RateLimit")).isEqualTo("\"client\";r=4;t=720, \"tenant\";r=7;t=450");
    for (int i = 0; i < 4; i++) {
      assertThat(api(token).getStatus().value()).isEqualTo(200);
    }

    EntityExchangeResult<byte[]> refused = api(token);

    assertThat(refused.getStatus().value()).isEqualTo(429);
    assertThat(header(refused, "RateLimit")).startsWith("\"client\";r=0;");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 720);
    assertThat(refused.getResponseHeaders().getContentType())
        .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(new String(refused.getResponseBodyContent()))
        .contains("too_many_requests", "5 requests in 3600 s for the client");
    assertThat(header(first, "RateLimit")).isNotEmpty();
  }

  @Test
  void tellsOfRequestsByThePatternOfTheirPath() {
    api(token(UUID.randomUUID().toString(), "observed"));

    assertThat(
            Prometheus.value(
                management, "http_server_requests_seconds_count", "uri=\"/api/v1/accounts/**\""))
        .isPositive();
  }

  @Test
  void letsOneClientNotUseUpAnothers() {
    String tenant = UUID.randomUUID().toString();
    String busy = token(tenant, "busy");
    for (int i = 0; i < 5; i++) {
      api(busy);
    }

    assertThat(api(token(tenant, "other")).getStatus().value()).isEqualTo(200);
    assertThat(api(token(UUID.randomUUID().toString(), "busy")).getStatus().value()).isEqualTo(200);
  }

  @Test
  void limitsATenantOverAllItsClients() {
    String tenant = UUID.randomUUID().toString();
    for (int i = 0; i < 8; i++) {
      assertThat(api(token(tenant, "client" + i)).getStatus().value()).isEqualTo(200);
    }

    EntityExchangeResult<byte[]> refused = api(token(tenant, "another"));

    assertThat(refused.getStatus().value()).isEqualTo(429);
    assertThat(new String(refused.getResponseBodyContent())).contains("for the tenant");
  }

  @Test
  void tellsPrometheusOfRefusalsByTheLimitTheyMet() {
    double clients = refused("client");
    double tenants = refused("tenant");
    String token = token(UUID.randomUUID().toString(), "one");
    for (int i = 0; i < 7; i++) {
      api(token);
    }

    assertThat(refused("client") - clients).isEqualTo(2);
    assertThat(refused("tenant")).isEqualTo(tenants);
  }

  private double refused(String limit) {
    return Prometheus.value(
        management, "holdfast_gateway_rate_limited_total", "limit=\"" + limit + "\"");
  }

  @Test
  void limitsTrackingByWriteKeyAndWebhooksBySource() {
    for (int i = 0; i < 3; i++) {
      assertThat(tracked("Basic busy")).isEqualTo(200);
      assertThat(posted("/webhooks/stripe/busy")).isEqualTo(200);
    }

    assertThat(tracked("Basic busy")).isEqualTo(429);
    assertThat(posted("/webhooks/stripe/busy")).isEqualTo(429);
    assertThat(tracked("Basic quiet")).isEqualTo(200);
    assertThat(posted("/webhooks/stripe/quiet")).isEqualTo(200);
  }

  @Test
  void limitsWhoeverCannotShowWhoTheyAreByTheirAddress() {
    int refused = 0;
    for (int i = 0; i < 30; i++) {
      EntityExchangeResult<byte[]> answer = api("nonsense");
      assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"address\";q=20;w=3600");
      refused += answer.getStatus().value() == 429 ? 1 : 0;
    }

    assertThat(refused).isGreaterThanOrEqualTo(10);
    assertThat(page("/portfolio")).isEqualTo(429);
    assertThat(page("/oauth2/authorization/holdfast")).isEqualTo(429);
    assertThat(api(token(UUID.randomUUID().toString(), "known")).getStatus().value())
        .isEqualTo(200);
  }

  private static String token(String tenant, String subject) {
    return PROVIDER.accessToken(claims -> claims.claim("tenant", tenant).subject(subject));
  }

  private EntityExchangeResult<byte[]> api(String token) {
    return client
        .get()
        .uri("/api/v1/accounts")
        .headers(headers -> headers.setBearerAuth(token))
        .exchange()
        .expectBody()
        .returnResult();
  }

  private int tracked(String key) {
    return client
        .post()
        .uri("/v1/batch")
        .header("Authorization", key)
        .bodyValue("{}")
        .exchange()
        .returnResult(byte[].class)
        .getStatus()
        .value();
  }

  private int posted(String path) {
    return client
        .post()
        .uri(path)
        .bodyValue("{}")
        .exchange()
        .returnResult(byte[].class)
        .getStatus()
        .value();
  }

  private int page(String path) {
    return client
        .get()
        .uri(path)
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .returnResult(byte[].class)
        .getStatus()
        .value();
  }

  private static String header(EntityExchangeResult<byte[]> answer, String name) {
    return String.valueOf(answer.getResponseHeaders().getFirst(name));
  }
}
