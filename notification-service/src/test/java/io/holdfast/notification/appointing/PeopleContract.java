package io.holdfast.notification.appointing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.Colleagues;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Schedule;
import io.holdfast.notification.person.Schedule.Absence;
import io.holdfast.notification.person.Schedule.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
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

  @Test
  default void hoursAbsenceDeputyAndManagerReadBackAsKept() {
    Person noor =
        new Person(
            UUID.randomUUID(),
            new EmailAddress("noor@larkfield.example"),
            "Noor",
            Set.of(),
            ZoneId.of("Europe/Berlin"),
            new Schedule(
                Map.of(
                    DayOfWeek.MONDAY, new Hours(LocalTime.of(9, 0), LocalTime.of(17, 30)),
                    DayOfWeek.FRIDAY, new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0))),
                Optional.of(new Absence(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 3)))),
            new Colleagues(
                Optional.of(new EmailAddress("bo@larkfield.example")),
                Optional.of(new EmailAddress("lea@larkfield.example"))),
            Access.USUAL);

    assertThat(done(people().keep(noor))).isEqualTo(noor);
    assertThat(done(people().all().collectList())).containsExactly(noor);
  }

  @Test
  default void accessStaysWhenThePersonIsChangedOtherwise() {
    Access off = new Access(false, Optional.of(Set.of("csm", "product")));
    Person noor = noor("Noor");
    done(people().keep(noor));

    assertThat(done(people().allow(noor.email(), off)).access()).isEqualTo(off);
    assertThat(done(people().keep(noor("Noor Haddad"))).access()).isEqualTo(off);
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
