package io.holdfast.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RoleTests {

  @Test
  void theAdministratorHasEveryScope() {
    for (String area :
        "accounts health metrics imports sources facts alerts plays channels models".split(" ")) {
      assertThat(Role.ADMIN.scopes()).contains(area + ":read", area + ":write");
    }
    assertThat(Role.ADMIN.scopes())
        .contains("history:write", "platform:admin", "personal:read", "audit:read");
  }

  @ParameterizedTest
  @FieldSource("io.holdfast.local.access.Role#ALL")
  void nobodyHasAScopeThatTheAdministratorLacks(Role role) {
    assertThat(Role.ADMIN.scopes()).containsAll(role.scopes());
  }

  @ParameterizedTest
  @FieldSource("io.holdfast.local.access.Role#ALL")
  void isFoundByItsWord(Role role) {
    assertThat(Role.ofWord(role.word())).contains(role);
  }
}
