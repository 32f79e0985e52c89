package io.holdfast.tenancy.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTests {

  private static final String SECRET = "whsec_c2VjcmV0";

  private final Seal seal = under("old key");

  @Test
  void whatIsSealedCannotBeReadAndOpensAgain() {
    byte[] sealed = seal.close(SECRET, "row");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "c2VjcmV0");
    assertThat(seal.open(sealed, "row")).isEqualTo(SECRET);
  }

  @Test
  void theSameSecretIsSealedDifferentlyEachTime() {
    assertThat(seal.close(SECRET, "row")).isNotEqualTo(seal.close(SECRET, "row"));
  }

  @Test
  void anOlderKeyStillOpensAndTheNewestSeals() {
    Seal changed = under("new key", "old key");

    assertThat(changed.open(seal.close(SECRET, "row"), "row")).isEqualTo(SECRET);
    assertThat(under("new key").open(changed.close(SECRET, "row"), "row")).isEqualTo(SECRET);
  }

  @Test
  void anotherKeyOrPurposeDoesNotOpen() {
    byte[] sealed = seal.close(SECRET, "row");

    assertThatThrownBy(() -> under("new key").open(sealed, "row"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HOLDFAST_SECRET_KEY");
    assertThatThrownBy(() -> new Seal("another", List.of("old key")).open(sealed, "row"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSecretMovedToAnotherPlaceDoesNotOpen() {
    byte[] sealed = seal.close(SECRET, "row");

    assertThatThrownBy(() -> seal.open(sealed, "another row"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withoutAKeyNothingStarts() {
    assertThatThrownBy(() -> under()).hasMessageContaining("HOLDFAST_SECRET_KEY");
    assertThatThrownBy(() -> under(" ")).hasMessageContaining("HOLDFAST_SECRET_KEY");
  }

  private static Seal under(String... keys) {
    return new Seal("test", List.of(keys));
  }
}
