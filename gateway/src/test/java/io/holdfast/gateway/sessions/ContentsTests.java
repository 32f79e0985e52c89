package io.holdfast.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.holdfast.tenancy.sealing.Seal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class ContentsTests {
  private static final UUID SESSION = UUID.randomUUID();
  private final Contents contents = new Contents(new Seal("test", List.of("a key")));

  @Test
  void givesBackAPersonWithWhateverClaimsTheProviderSends() throws Exception {
    Map<String, Object> claims =
        new HashMap<>(
            JWTClaimsSet.parse(
                    """
                    {"sub":"ana","sid":"s1","email_verified":true,"updated_at":1795338618,"level":0.5,
                     "address":{"country":"PT","lines":["Rua Augusta 1"]},"groups":["a","b"],
                     "realm_access":{"roles":["csm"],"deep":{"n":1}}}
                    """)
                .getClaims());
    claims.put("iss", URI.create("https://issuer.example").toURL());
    claims.put("iat", Instant.parse("2026-01-02T03:04:05Z"));
    claims.put("exp", Instant.parse("2026-01-02T04:04:05Z"));
    claims.put("aud", List.of("console"));
    OidcIdToken idToken =
        new OidcIdToken(
            "e.y.J",
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T04:04:05Z"),
            claims);
    DefaultOidcUser user = new DefaultOidcUser(List.of(new OidcUserAuthority(idToken)), idToken);

    SecurityContextImpl back =
        (SecurityContextImpl)
            roundTrip(
                new SecurityContextImpl(
                    new OAuth2AuthenticationToken(user, user.getAuthorities(), "holdfast")));

    OidcUser person = (OidcUser) back.getAuthentication().getPrincipal();
    assertThat(person.getClaims()).isEqualTo(user.getClaims());
    assertThat(person.getIdToken().getTokenValue()).isEqualTo("e.y.J");
    assertThat(back.getAuthentication().isAuthenticated()).isTrue();
  }

  @Test
  void givesBackASignInThatIsUnderWay() {
    OAuth2AuthorizationRequest request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri("https://issuer.example/authorize")
            .clientId("console")
            .redirectUri("http://localhost:8080/login/oauth2/code/holdfast")
            .state("state")
            .attributes(
                all ->
                    all.putAll(
                        Map.of("registration_id", "holdfast", "code_verifier", "v", "nonce", "n")))
            .build();

    OAuth2AuthorizationRequest back = (OAuth2AuthorizationRequest) roundTrip(request);

    assertThat(back.getState()).isEqualTo("state");
    assertThat(back.getAttributes()).isEqualTo(request.getAttributes());
  }

  @Test
  void givesBackTextsAndTokens() {
    assertThat(roundTrip("/accounts/a1?tab=health")).isEqualTo("/accounts/a1?tab=health");
    Tokens tokens = new Tokens("access", Instant.parse("2026-01-02T03:04:05Z"), null);
    assertThat(contents.open(contents.close(tokens, SESSION, "t"), SESSION, "t", Tokens.class))
        .isEqualTo(tokens);
  }

  @Test
  void opensOnlyInItsOwnRowAndPlace() {
    byte[] kept = contents.close("secret", SESSION, "a");

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThatThrownBy(() -> contents.open(kept, SESSION, "b", Object.class))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> contents.open(kept, UUID.randomUUID(), "a", Object.class))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void buildsNothingThatIsNotListed() {
    Seal seal = new Seal("test", List.of("a key"));
    byte[] forged =
        seal.close(
            "{\"@class\":\"javax.swing.JEditorPane\",\"page\":\"http://x\"}", SESSION + " a");

    assertThatThrownBy(() -> contents.open(forged, SESSION, "a", Object.class))
        .hasMessageContaining("denied resolution");
  }

  private Object roundTrip(Object value) {
    return contents.open(contents.close(value, SESSION, "a"), SESSION, "a", Object.class);
  }
}
