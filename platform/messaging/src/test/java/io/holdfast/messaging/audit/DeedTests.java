package io.holdfast.messaging.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class DeedTests {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/roles/{id}, roles, x",
    "/api/v1/channels/{id}/test, channels, x",
    "/api/v1/accounts/{id}/contacts, accounts, x",
    "/api/v1/sources, sources,",
    "/api/v1/imports/{id}/errors/{other}, errors, y",
    "/, '',",
  })
  void anObjectIsNamedByTheLastVariableOfItsRoute(String route, String type, String id) {
    Deed deed = Deed.of(HttpMethod.PUT, route, Map.of("id", "x", "other", "y"));

    assertThat(deed.action()).isEqualTo("PUT " + route);
    assertThat(deed.type()).isEqualTo(type);
    assertThat(deed.id()).isEqualTo(id);
  }
}
