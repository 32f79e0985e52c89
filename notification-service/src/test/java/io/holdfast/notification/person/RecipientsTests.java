package io.holdfast.notification.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.play.Step.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipientsTests {

  private final EmailAddress owner = new EmailAddress("Ana.Rivera@larkfield.example");
  private final Person billing =
      new Person(
          new EmailAddress("billing@larkfield.example"),
          "Bo Billing",
          Set.of(Person.BILLING_OWNER),
          ZoneOffset.UTC);

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
  void nobodyIsNobody() {
    assertThat(new Recipients(Optional.empty(), List.of(billing)).reach(List.of(Role.OWNER)))
        .isEmpty();
  }

  @Test
  void addressesAreReadOrRefused() {
    assertThat(EmailAddress.parse("Ana.Rivera@Larkfield.example")).contains(owner);
    assertThat(EmailAddress.parse("ana@x\r\nBcc: all@x")).isEmpty();
    assertThat(EmailAddress.parse("ana")).isEmpty();
    assertThat(EmailAddress.parse(null)).isEmpty();
  }
}
