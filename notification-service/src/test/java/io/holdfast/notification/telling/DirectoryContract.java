package io.holdfast.notification.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.remembering.AccountNews;
import io.holdfast.notification.remembering.Accounts;
import io.holdfast.notification.telling.Directory.AccountCard;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public interface DirectoryContract extends Carried {

  Directory directory();

  Accounts accounts();

  void appointed(Person person);

  @Test
  default void anAccountNobodySpokeOfIsCalledByItsId() {
    AccountCard card = done(directory().account("acme"));

    assertThat(card.name()).isEqualTo("acme");
    assertThat(card.recipients().owner()).isEmpty();
  }

  @Test
  default void anAccountHasItsNewestNameAndOwner() {
    recorded("acme", "Acme", "ana@larkfield.example");
    recorded("acme", "Acme Corp", "bo@larkfield.example");

    AccountCard card = done(directory().account("acme"));
    assertThat(card.name()).isEqualTo("Acme Corp");
    assertThat(card.recipients().owner()).contains(new EmailAddress("bo@larkfield.example"));
  }

  @Test
  default void anOwnerThatIsNoAddressIsNone() {
    recorded("acme", "Acme", "Ana Rivera");

    assertThat(done(directory().account("acme")).recipients().owner()).isEmpty();
  }

  @Test
  default void whatIsMentionedOfAnAccountFillsInWhatIsNotKnownYet() {
    mentioned("acme", "Acme", null);
    mentioned("acme", "acme", "ana@larkfield.example");
    mentioned("acme", "acme", "bo@larkfield.example");

    AccountCard card = done(directory().account("acme"));
    assertThat(card.name()).isEqualTo("Acme");
    assertThat(card.recipients().owner()).contains(new EmailAddress("ana@larkfield.example"));
  }

  @Test
  default void thePeopleOfTheTenantAreKnownWithTheirRoles() {
    Person noor =
        new Person(
            UUID.randomUUID(),
            new EmailAddress("noor@larkfield.example"),
            "Noor Haddad",
            Set.of(Person.BILLING_OWNER),
            ZoneOffset.UTC);
    appointed(noor);

    assertThat(done(directory().account("acme")).recipients().people()).containsExactly(noor);
  }

  @Test
  default void theOperatorsAreTheManagersAndAdministrators() {
    appointed(person("noor", Person.BILLING_OWNER));
    appointed(person("lea", "manager", "csm"));
    appointed(person("ada", "admin"));

    assertThat(done(directory().operators()))
        .extracting(EmailAddress::value)
        .containsExactlyInAnyOrder("lea@larkfield.example", "ada@larkfield.example");
  }

  private static Person person(String name, String... roles) {
    return new Person(
        UUID.randomUUID(),
        new EmailAddress(name + "@larkfield.example"),
        name,
        Set.of(roles),
        ZoneOffset.UTC);
  }

  private void recorded(String accountId, String name, String owner) {
    done(accounts().recorded(new AccountNews(accountId, name, owner)));
  }

  private void mentioned(String accountId, String name, String owner) {
    done(accounts().mentioned(new AccountNews(accountId, name, owner)));
  }
}
