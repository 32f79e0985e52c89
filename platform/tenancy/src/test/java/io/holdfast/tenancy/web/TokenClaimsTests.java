package io.holdfast.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.claims.CallerClaims;
import io.holdfast.tenancy.claims.ClaimNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class TokenClaimsTests {
  private static final ClaimNames OURS = new ClaimNames("tenant", "roles", "accounts", "scope");

  @Test
  void readsATokenOfOurs() {
    Principal principal =
        read(
            OURS,
            Map.of(
                "tenant", "acme",
                "sub", "ana",
                "roles", List.of("csm"),
                "scope", "accounts:read  health:read accounts:read",
                "client_id", "console",
                "email", "ana@acme.example"));

    assertThat(principal.tenant().value()).isEqualTo("acme");
    assertThat(principal.subject()).isEqualTo("ana");
    assertThat(principal.roles()).containsExactly("csm");
    assertThat(principal.scopes()).containsExactlyInAnyOrder("accounts:read", "health:read");
    assertThat(principal.accounts()).isEmpty();
    assertThat(principal.client()).contains("console");
    assertThat(principal.email()).contains("ana@acme.example");
  }

  @Test
  void readsATokenThatKeepsItsClaimsElsewhere() {
    ClaimNames theirs =
        new ClaimNames("org.name", "realm_access.roles", "https://acme.example/accounts", "scp");
    Principal principal =
        read(
            theirs,
            Map.of(
                "org", Map.of("name", "acme"),
                "realm_access", Map.of("roles", List.of("finance", "offline_access")),
                "https://acme.example/accounts", List.of("a1", "a2"),
                "scp", List.of("openid"),
                "azp", "billing-tool"));

    assertThat(principal.tenant().value()).isEqualTo("acme");
    assertThat(principal.roles()).containsExactlyInAnyOrder("finance", "offline_access");
    assertThat(principal.accounts()).contains(Set.of("a1", "a2"));
    assertThat(principal.scopes()).containsExactly("openid");
    assertThat(principal.client()).contains("billing-tool");
  }

  @Test
  void anEmptyListOfAccountsIsNotAllOfThem() {
    assertThat(read(OURS, Map.of("tenant", "acme", "accounts", List.of())).accounts())
        .contains(Set.of());
  }

  static List<Object> unreadable() {
    List<Object> withNothing = new ArrayList<>();
    withNothing.add(null);
    return List.of(7, Map.of("id", "a1"), List.of(1), withNothing);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesAccountsThatCannotBeReadInsteadOfShowingAll(Object accounts) {
    assertThatThrownBy(() -> read(OURS, Map.of("tenant", "acme", "accounts", accounts)))
        .isInstanceOf(InvalidBearerTokenException.class)
        .hasMessageContaining("accounts");
  }

  @Test
  void doesNotBelieveAnAddressThatTheIssuerHasNotVerified() {
    Map<String, Object> claims =
        Map.of("tenant", "acme", "email", "boss@acme.example", "email_verified", false);

    assertThat(read(OURS, claims).email()).isEmpty();
  }

  @Test
  void refusesATokenWithoutATenant() {
    assertThatThrownBy(() -> read(OURS, Map.of("sub", "ana")))
        .isInstanceOf(InvalidBearerTokenException.class);
    assertThatThrownBy(() -> read(OURS, Map.of("tenant", List.of("acme", "other"))))
        .isInstanceOf(InvalidBearerTokenException.class);
  }

  private static Principal read(ClaimNames names, Map<String, Object> claims) {
    return new TokenClaims(new CallerClaims(names))
        .principal(new Jwt("token", null, null, Map.of("alg", "RS256"), new HashMap<>(claims)));
  }
}
