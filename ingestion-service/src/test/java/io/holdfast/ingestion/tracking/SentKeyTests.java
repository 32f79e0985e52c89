package io.holdfast.ingestion.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentKeyTests {

  @Test
  void theWriteKeyIsTheUserOfBasicAuthentication() {
    assertThat(SentKey.ofHeader("Basic d2tfMTo=")).isEqualTo("wk_1");
    assertThat(SentKey.ofHeader("basic d2tfMTpwYXNz")).isEqualTo("wk_1");
    assertThat(SentKey.ofHeader("Bearer x")).isNull();
    assertThat(SentKey.ofHeader("Basic %%%")).isNull();
  }
}
