package io.holdfast.notification.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.play.Step.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecipientsTests {

  private final EmailAddress owner = new EmailAddress("Ana.Rivera@larkfield.example");
  private final Person billing = person("billing@larkfield.example", Person.BILLING_OWNER);
  private final Person manager = person("lead@larkfield.example", "manager");

  @Test
  void theBillingOwnerIsToldOfPayments() {
    assertThat(
            new Recipients(Optional.of(owner), List.of(billing))
                .reach(List.of(Role.BILLING_OWNER, Role.OWNER)))
        .containsExactly(billing.email());
  }

  @Test
  void withoutABillingOwnerTheAccountOwnerIs() {
    assertThat(new Recipients(Optional.of(owner), List.of()).reach(List.of(Role.BILLING_OWNER)))
        .containsExactly(owner);
  }

  @Test
  void theManagersAreToldOfAnAccountWithoutAnOwner() {
    assertThat(
            new Recipients(Optional.empty(), List.of(billing, manager)).reach(List.of(Role.OWNER)))
        .containsExactly(manager.email());
    assertThat(new Recipients(Optional.of(owner), List.of(manager)).reach(List.of(Role.OWNER)))
        .containsExactly(owner);
  }

  @Test
  void nobodyWhoIsSwitchedOffIsTold() {
    Access off = new Access(false, Optional.empty());
    Person gone = person(owner.value(), "manager").knownAs(UUID.randomUUID(), off);
    Person goneToo = billing.knownAs(billing.id(), off);

    assertThat(
            new Recipients(Optional.of(owner), List.of(gone, goneToo, manager))
                .reach(List.of(Role.BILLING_OWNER, Role.OWNER)))
        .containsExactly(manager.email());
  }

  @Test
  void nobodyIsNobody() {
    assertThat(new Recipients(Optional.empty(), List.of(billing)).reach(List.of(Role.OWNER)))
        .isEmpty();
  }

  private static Person person(String email, String role) {
    return new Person(
        UUID.randomUUID(), new EmailAddress(email), "Bo", Set.of(role), ZoneOffset.UTC);
  }
}
