package io.holdfast.notification.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTests {

  private static final String SECRET = "whsec_c2VjcmV0";

  private final UUID row = UUID.randomUUID();
  private final Seal seal = new Seal(List.of("old key"));

  @Test
  void whatIsSealedCannotBeReadAndOpensAgain() {
    String sealed = seal.close(SECRET, row);

    assertThat(sealed).doesNotContain(SECRET, "c2VjcmV0");
    assertThat(seal.open(sealed, row)).isEqualTo(SECRET);
  }

  @Test
  void theSameSecretIsSealedDifferentlyEachTime() {
    assertThat(seal.close(SECRET, row)).isNotEqualTo(seal.close(SECRET, row));
  }

  @Test
  void anOlderKeyStillOpensAndTheNewestSeals() {
    Seal changed = new Seal(List.of("new key", "old key"));

    assertThat(changed.open(seal.close(SECRET, row), row)).isEqualTo(SECRET);
    assertThat(new Seal(List.of("new key")).open(changed.close(SECRET, row), row))
        .isEqualTo(SECRET);
  }

  @Test
  void anotherKeyDoesNotOpen() {
    String sealed = seal.close(SECRET, row);

    assertThatThrownBy(() -> new Seal(List.of("new key")).open(sealed, row))
        .hasMessageContaining("not configured");
  }

  @Test
  void aSecretMovedToAnotherRowDoesNotOpen() {
    String sealed = seal.close(SECRET, row);

    assertThatThrownBy(() -> seal.open(sealed, UUID.randomUUID()))
        .hasMessageContaining("altered or moved");
  }

  @Test
  void whatWasWrittenBeforeIsReadAsItIs() {
    assertThat(seal.open(SECRET, row)).isEqualTo(SECRET);
  }

  @Test
  void withoutAKeyNothingStarts() {
    assertThatThrownBy(() -> new Seal(List.of())).hasMessageContaining("HOLDFAST_SECRET_KEY");
    assertThatThrownBy(() -> new Seal(List.of(" "))).hasMessageContaining("HOLDFAST_SECRET_KEY");
  }
}
