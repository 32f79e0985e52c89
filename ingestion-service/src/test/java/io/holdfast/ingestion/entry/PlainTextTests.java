package io.holdfast.ingestion.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {
  @Test
  void aLineHasNoControlCharactersAndNoHalfPairs() {
    assertThat(PlainText.isLine("Zoë 😀")).isTrue();
    assertThat(PlainText.isLine("a\nb")).isFalse();
    assertThat(PlainText.isLine("a\u0000b")).isFalse();
    assertThat(PlainText.isLine("a\ud83d")).isFalse();
  }

  @Test
  void proseHasLines() {
    assertThat(PlainText.isProse("a\r\n\tb")).isTrue();
    assertThat(PlainText.isProse("a\u0001b")).isFalse();
  }

  @Test
  void isCutBetweenWholeCharacters() {
    assertThat(PlainText.of("ab😀c", 3)).isEqualTo("ab");
    assertThat(PlainText.of("a\u0000b\ude00c", 10)).isEqualTo("abc");
  }
}
