package io.holdfast.probe;

import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A service of nothing but the platform, with real parts; one tenant a test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
abstract class Probed {
  @LocalServerPort int port;
  final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  WebTestClient http;

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  void send(String text) {
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, "acme", "probe.note.v1", Instant.now()),
        "{\"text\":\"" + text + "\"}");
  }

  List<Object> notes() {
    Map<?, ?> page =
        get("/api/notes?limit=200", TestTokens.bearer(tenant, "accounts:read"))
            .expectStatus()
            .isOk()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody();
    return List.copyOf((List<?>) page.get("items"));
  }

  WebTestClient.ResponseSpec get(String uri, String token) {
    return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
  }

  int count(String table) throws SQLException {
    return count(table, "tenant_id = ?");
  }

  int count(String table, String ofTenant) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select count(*) from probe.%s where %s".formatted(table, ofTenant))) {
      statement.setString(1, tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
