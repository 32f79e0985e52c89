package io.holdfast.ingestion.batch;

import static io.holdfast.ingestion.batch.BatchFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.requests.Json.Fault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldRequestTests {

  @Test
  void anEventIsNoDeeperThanABodyMayBe() {
    String deep = "[".repeat(498) + "]".repeat(498);
    assertThat(fault("{\"batch\":[{\"type\":\"page\",\"properties\":%s}]}".formatted(deep)).code())
        .isEqualTo("json_too_deep");
  }

  /** The reader behind the broker makes a tree of it, in which everything has to have its place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e99999999999 | malformed_json",
        "tru | malformed_json",
        "\"\\x\" | malformed_json",
        "{\"a\":1,} | malformed_json",
        "00 | malformed_json"
      })
  void whatIsPassedOverIsCheckedAllTheSame(String value, String code) {
    assertThat(
            fault("{\"batch\":[{\"type\":\"page\",\"properties\":{\"x\":%s}}]}".formatted(value))
                .code())
        .isEqualTo(code);
  }

  @Test
  void halfACharacterInATextThatNobodyLooksAtIsNotUtf8() {
    byte[] body = "{\"batch\":[{\"type\":\"page\",\"x\":\"??\"}]}".getBytes(StandardCharsets.UTF_8);
    body[body.length - 6] = (byte) 0xc0;
    body[body.length - 5] = (byte) 0x80;
    assertThat(told(body).fault()).extracting(Fault::code).isEqualTo("not_utf8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{} {} | malformed_json", "{\"batch\":[ | malformed_json"})
  void aBodyIsOneWholeValue(String body, String code) {
    assertThat(fault(body).code()).isEqualTo(code);
  }

  private static Fault fault(String body) {
    Fault fault = told(body.getBytes(StandardCharsets.UTF_8)).fault();
    return fault == null ? new Fault("", "") : fault;
  }
}
