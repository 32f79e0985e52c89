package io.holdfast.notification.appointing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public interface PeopleContract extends Carried {

  People people();

  @Test
  default void aPersonReadsBackAsKept() {
    Person noor = noor("Noor Haddad", "billing_owner", "manager");

    assertThat(done(people().keep(noor))).isEqualTo(noor);
    assertThat(done(people().byEmail(noor.email()))).isEqualTo(noor);
    assertThat(done(people().byEmail(new EmailAddress("bo@larkfield.example")))).isNull();
  }

  @Test
  default void whoIsKnownAlreadyKeepsTheId() {
    Person before = noor("Noor", "billing_owner");
    done(people().keep(before));

    Person after = done(people().keep(noor("Noor Haddad")));

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.name()).isEqualTo("Noor Haddad");
    assertThat(after.roles()).isEmpty();
    assertThat(done(people().byEmail(before.email()))).isEqualTo(after);
  }

  private static Person noor(String name, String... roles) {
    return new Person(
        UUID.randomUUID(),
        new EmailAddress("noor@larkfield.example"),
        name,
        Set.of(roles),
        ZoneId.of("Asia/Tokyo"));
  }
}
