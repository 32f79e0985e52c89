package io.holdfast.gateway.door;

import io.holdfast.tenancy.claims.CallerClaims;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A person, or a client acting for itself, as its credentials and the tenant say.
 *
 * @param name absent for clients
 * @param email absent for clients
 */
record PersonView(
    @Nullable String tenant,
    @Nullable String subject,
    @Nullable String name,
    @Nullable String email,
    List<String> roles,
    List<String> scopes) {

  /** The same with other roles and scopes. */
  PersonView with(List<String> itsRoles, List<String> itsScopes) {
    return new PersonView(tenant, subject, name, email, itsRoles, itsScopes);
  }

  static PersonView of(Jwt token, CallerClaims claims) {
    return new PersonView(
        claims.tenant(token.getClaims()),
        token.getSubject(),
        token.getClaimAsString("name"),
        token.getClaimAsString("email"),
        claims.roles(token.getClaims()),
        claims.scopes(token.getClaims()));
  }

  /** The provider tells name and address of a person at sign-in; the access token need not. */
  static PersonView of(Jwt token, OAuth2User person, CallerClaims claims) {
    PersonView view = of(token, claims);
    return new PersonView(
        view.tenant,
        view.subject,
        view.name == null ? person.<String>getAttribute("name") : view.name,
        view.email == null ? person.<String>getAttribute("email") : view.email,
        view.roles,
        view.scopes);
  }
}
