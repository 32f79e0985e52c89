package io.holdfast.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.codec.DecodingException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class BodyFaultTests {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  enum Type {
    email,
    slack
  }

  record Address(@Nullable String city) {}

  record Request(
      @Nullable String name,
      @Nullable List<Address> to,
      @Nullable Type type,
      int days,
      @Nullable LocalDate on) {}

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                             | The body must be an object.
          7                              | The body must be an object.
          {"to": "me"}                   | 'to' must be a list.
          {"to": [{"city": {"a": 1}}]}   | 'to[0].city' must be a text.
          {"type": "pigeon"}             | 'type' is 'pigeon'; it must be one of email, slack.
          {"days": "many"}               | 'days' is 'many'; it must be a whole number.
          {"days": null}                 | 'days' must be a whole number.
          {"on": "tomorrow"}             | 'on' is 'tomorrow'; it must be a date like 2025-01-31.
          {"days": 1, "nme": "x"}        | 'nme' is no field of this; its fields are days, name, on, to, type.
          {"name": "x",}                 | The body is not JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start property name at line 1, column 14.
          """)
  void aFaultNamesTheFieldAndWhatItMustBe(String body, String told) {
    Throwable fault = catchThrowable(() -> JSON.readValue(body, Request.class));

    assertThat(BodyFault.told(new DecodingException("JSON decoding error", fault)))
        .isEqualTo(told)
        .doesNotContain("holdfast", "java.");
  }
}
