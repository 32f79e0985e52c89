package io.holdfast.gateway.sessions;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.session.Session;

/** Whose session it is, so far as that is known yet. */
record Holder(
    @Nullable PersonKey person, @Nullable String providerSession, @Nullable String browser) {

  static Holder of(Session session) {
    SecurityContext context =
        session.getAttribute(
            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME);
    Authentication authentication = context == null ? null : context.getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
      return new Holder(null, null, null);
    }
    return new Holder(
        PersonKey.of(user.getIssuer(), user.getSubject()),
        user.getIdToken().getClaimAsString("sid"),
        session.getAttribute(PersonSessions.BROWSER));
  }
}
