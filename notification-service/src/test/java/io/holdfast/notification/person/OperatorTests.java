package io.holdfast.notification.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorTests {

  @Test
  void managersAndAdministratorsAreOperators() {
    assertThat(person("manager").isOperator()).isTrue();
    assertThat(person("admin").isOperator()).isTrue();
    assertThat(person("csm").isOperator()).isFalse();
  }

  @Test
  void whoIsSwitchedOffIsNone() {
    Person manager = person("manager");

    assertThat(manager.knownAs(manager.id(), new Access(false, Optional.empty())).isOperator())
        .isFalse();
  }

  private static Person person(String role) {
    return new Person(
        UUID.randomUUID(),
        new EmailAddress("lea@larkfield.example"),
        "Lea Lead",
        Set.of(role),
        ZoneOffset.UTC);
  }
}
