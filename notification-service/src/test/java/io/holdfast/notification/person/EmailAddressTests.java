package io.holdfast.notification.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

  @Test
  void capitalsDoNotMatter() {
    assertThat(EmailAddress.parse(" Ana.Rivera@Larkfield.Example "))
        .contains(new EmailAddress("ana.rivera@larkfield.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "o'neil+cs@mail.larkfield.example", "ana_r@1st-mail.example"})
  void whatItTakesAMailProgramTakesToo(String text) {
    assertThat(EmailAddress.parse(text)).isPresent();
    assertThatCode(() -> new InternetAddress(text, true).validate()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "ana",
        "ana@",
        "@larkfield.example",
        ".ana@larkfield.example",
        "ana.@larkfield.example",
        "ana..r@larkfield.example",
        "ana@.example",
        "ana@larkfield..example",
        "ana@larkfield.example.",
        "ana@-larkfield.example",
        "ana@larkfield.example\r\nBcc: all@larkfield.example",
        "Ana <ana@larkfield.example>",
      })
  void refusesWhatIsNoAddress(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }
}
