package io.holdfast.local.provider;

import io.holdfast.local.access.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What tokens say: for whom they are, whose data they open, and how far. */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String AUDIENCE = "holdfast";

  @Override
  public void customize(JwtEncodingContext context) {
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      Role role = Clients.role(context.getRegisteredClient());
      Set<String> asked = context.getAuthorizedScopes();
      access(
          context,
          Clients.tenant(context.getRegisteredClient()),
          role,
          asked.isEmpty() ? role.scopes() : asked);
      return;
    }
    Person person = person(context);
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      access(context, person.tenant(), person.role(), person.role().scopes());
    }
    if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
      context
          .getClaims()
          .claim("name", person.name())
          .claim("email", person.email())
          .claim("tenant", person.tenant())
          .claim("roles", List.of(person.role().word()));
    }
  }

  private static void access(
      JwtEncodingContext context, String tenant, Role role, Set<String> scopes) {
    context
        .getClaims()
        .audience(List.of(AUDIENCE))
        .claim("tenant", tenant)
        .claim("client_id", context.getRegisteredClient().getClientId())
        .claim("roles", List.of(role.word()))
        .claim("scope", String.join(" ", new TreeSet<>(scopes)));
  }

  private static Person person(JwtEncodingContext context) {
    String email = Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
    return Objects.requireNonNull(Person.BY_EMAIL.get(email), "Nobody has the address " + email);
  }
}
