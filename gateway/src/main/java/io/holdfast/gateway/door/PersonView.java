package io.holdfast.gateway.door;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A person, or a client acting for itself, as its own credentials say.
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

  static PersonView of(Jwt token) {
    return new PersonView(
        token.getClaimAsString("tenant"),
        token.getSubject(),
        token.getClaimAsString("name"),
        token.getClaimAsString("email"),
        Optional.ofNullable(token.getClaimAsStringList("roles")).orElse(List.of()),
        scopes(token.getClaims().get("scope")));
  }

  /** The provider tells name and address of a person at sign-in; the access token need not. */
  static PersonView of(Jwt token, OAuth2User person) {
    PersonView view = of(token);
    return new PersonView(
        view.tenant,
        view.subject,
        view.name == null ? person.<String>getAttribute("name") : view.name,
        view.email == null ? person.<String>getAttribute("email") : view.email,
        view.roles,
        view.scopes);
  }

  private static List<String> scopes(@Nullable Object claim) {
    return switch (claim) {
      case String text when !text.isBlank() -> List.of(text.trim().split(" +"));
      case Collection<?> list -> list.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }
}
