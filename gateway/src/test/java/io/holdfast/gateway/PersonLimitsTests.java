package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A person's limit so small, and so long in filling, that each request shows in it. */
@GatewayTest
@TestPropertySource(
    properties = {
      "holdfast.rates.client.requests=3",
      "holdfast.rates.client.window=1h",
      "holdfast.rates.tenant.requests=0"
    })
class PersonLimitsTests {
  @LocalServerPort int port;

  @Test
  void countsEachRequestOfASessionOnceAndPagesNot() throws Exception {
    TestBrowser browser = new TestBrowser().at(port);
    browser.signIn();

    for (int left = 2; left >= 0; left--) {
      browser.get("/console/main.js", "*/*");
      HttpResponse<String> answer = browser.get("/api/v1/portfolio", "application/json");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("RateLimit"))
          .singleElement()
          .asString()
          .startsWith("\"client\";r=" + left + ";");
    }

    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(429);
  }
}
