package io.holdfast.probe;

import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Sends letters to the probe and looks at what the database has of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
abstract class LettersIT {
  @LocalServerPort int port;

  final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  final String key = UUID.randomUUID().toString();
  private WebTestClient http;

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  /** Posts a letter as one client of one tenant, each of which may be another. */
  record Sender(String tenant, String subject) {
    String token() {
      return TestTokens.sign(TestTokens.claims(tenant, "accounts:write").subject(subject).build());
    }
  }

  Sender sender() {
    return new Sender(tenant, "clerk");
  }

  WebTestClient.RequestHeadersSpec<?> letter(Sender sender, String address, String body) {
    return http.post()
        .uri("/api/letters/" + address)
        .header("Authorization", "Bearer " + sender.token())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body);
  }

  EntityExchangeResult<byte[]> post(String address, String text) {
    return sent(letter(sender(), address, body(text)));
  }

  EntityExchangeResult<byte[]> post(String address, String text, String key) {
    return sent(letter(sender(), address, body(text)).header("Idempotency-Key", key));
  }

  static EntityExchangeResult<byte[]> sent(WebTestClient.RequestHeadersSpec<?> request) {
    return request.exchange().expectBody().returnResult();
  }

  static String body(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  List<String> notes() throws SQLException {
    return notes(tenant);
  }

  static List<String> notes(String tenant) throws SQLException {
    return column("select text from probe.note where tenant_id = '" + tenant + "' order by id");
  }

  static List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  static void execute(String sql) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
