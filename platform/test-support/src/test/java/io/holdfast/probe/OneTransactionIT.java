package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** A changing request leaves all it did, or nothing. */
class OneTransactionIT extends LettersIT {

  @Test
  void whatAHandlerDidAndWhatWasToldOfItStayTogether() throws SQLException {
    EntityExchangeResult<byte[]> answer = post("twice", "hello");

    assertThat(answer.getStatus().value()).isEqualTo(201);
    assertThat(answer.getResponseHeaders().getETag()).isEqualTo("\"twice\"");
    assertThat(text(answer)).startsWith("{\"box\":\"twice\",\"secret\":");
    assertThat(notes()).containsExactly("hello", "hello again", "clerk /api/letters/{box} 201");
  }

  @Test
  void anAnswerWithoutABodyIsSentAsOne() throws SQLException {
    EntityExchangeResult<byte[]> answer = post("empty", "hello");

    assertThat(answer.getStatus().value()).isEqualTo(204);
    assertThat(answer.getResponseBody()).isNull();
    assertThat(notes()).containsExactly("hello", "clerk /api/letters/{box} 204");
  }

  @ParameterizedTest
  @CsvSource({"refused,422", "broken,500", "returned,409", "deaf,500"})
  void nothingStaysOfARequestThatIsNotDone(String box, int status) throws SQLException {
    EntityExchangeResult<byte[]> answer = post(box, "hello");

    assertThat(answer.getStatus().value()).isEqualTo(status);
    assertThat(answer.getResponseHeaders().getLocation()).isNull();
    assertThat(notes()).isEmpty();
  }

  @Test
  void aRefusalThatAHandlerWroteIsSentAsItWroteIt() {
    assertThat(text(post("returned", "hello")))
        .isEqualTo("{\"box\":\"returned\",\"secret\":\"none\"}");
  }

  @Test
  void aBodyLargerThanTheLimitIsRefusedBeforeATransactionBegins() throws SQLException {
    EntityExchangeResult<byte[]> answer = post("box", "x".repeat(300_000));

    assertThat(answer.getStatus().value()).isEqualTo(413);
    assertThat(text(answer)).contains("body_too_large");
    assertThat(notes()).isEmpty();
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    return new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
  }
}
