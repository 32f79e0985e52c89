package io.holdfast.tenancy.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.access.Decisions.PersonAccess;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveTests {

  @Test
  void aTokenHasNoMoreThanItsRolesAllow() {
    assertThat(scopes(token(Set.of("product"), "accounts:read", "metrics:read"), Decisions.NONE))
        .containsExactly("accounts:read");
  }

  @Test
  void aRoleGivesNothingThatTheTokenWasNotGiven() {
    assertThat(scopes(token(Set.of("admin"), "health:read"), Decisions.NONE))
        .containsExactly("health:read");
  }

  @Test
  void severalRolesAddUp() {
    assertThat(
            scopes(
                token(Set.of("finance", "product"), "metrics:write", "models:read", "audit:read"),
                Decisions.NONE))
        .containsExactlyInAnyOrder("metrics:write", "models:read");
  }

  @Test
  void aTokenWithoutARoleOfOursHasItsScopesAlone() {
    assertThat(scopes(token(Set.of("offline_access"), "health:read"), Decisions.NONE))
        .containsExactly("health:read");
  }

  @Test
  void aTokenWithoutAScopeOfOursHasWhatItsRolesAllow() {
    assertThat(scopes(token(Set.of("product"), "openid", "profile"), Decisions.NONE))
        .containsExactlyInAnyOrderElementsOf(Roles.shipped().get("product"));
  }

  @Test
  void aTokenWithNeitherMayDoNothing() {
    Set<String> scopes = scopes(token(Set.of("visitor"), "openid"), Decisions.NONE);

    assertThat(scopes).doesNotContainAnyElementsOf(Roles.scopes());
  }

  @Test
  void whatTheTenantDecidedAboutARoleHolds() {
    Decisions decided = new Decisions(Map.of("csm", Set.of("accounts:read")), Optional.empty());

    assertThat(scopes(token(Set.of("csm"), "accounts:read", "health:read"), decided))
        .containsExactly("accounts:read");
  }

  @Test
  void theRolesOfARegisteredPersonStandForThoseOfTheToken() {
    Decisions decided = person(true, Optional.of(Set.of("product")));
    Principal token = token(Set.of("admin"), "models:read", "platform:admin");

    assertThat(scopes(token, decided)).containsExactly("models:read");
    assertThat(Effective.of(token, decided).principal().roles()).containsExactly("product");
  }

  @Test
  void aRegisteredPersonWithNoRoleMayDoNothing() {
    assertThat(scopes(token(Set.of("admin"), "models:read"), person(true, Optional.of(Set.of()))))
        .isEmpty();
  }

  @Test
  void aPersonWhoIsSwitchedOffMayDoNothing() {
    Effective off =
        Effective.of(token(Set.of("admin"), "models:read"), person(false, Optional.empty()));

    assertThat(off.active()).isFalse();
    assertThat(off.principal().scopes()).isEmpty();
  }

  @Test
  void noRoleHasAScopeThatTheAdministratorLacks() {
    assertThat(Roles.shipped().values())
        .isNotEmpty()
        .allSatisfy(scopes -> assertThat(Roles.scopes()).containsAll(scopes));
  }

  @Test
  void anAuditorReadsEverythingButPersonalData() {
    assertThat(Roles.shipped().get("auditor"))
        .containsAll(
            Roles.scopes().stream()
                .filter(scope -> scope.endsWith(":read") && !scope.equals(Principal.PERSONAL_READ))
                .toList())
        .doesNotContain(Principal.PERSONAL_READ)
        .noneMatch(scope -> scope.endsWith(":write"));
  }

  private static Set<String> scopes(Principal told, Decisions decided) {
    return Effective.of(told, decided).principal().scopes();
  }

  private static Decisions person(boolean active, Optional<Set<String>> roles) {
    return new Decisions(Map.of(), Optional.of(new PersonAccess(active, roles)));
  }

  private static Principal token(Set<String> roles, String... scopes) {
    return new Principal(
        new TenantId("acme"),
        "ana",
        roles,
        Set.of(scopes),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
