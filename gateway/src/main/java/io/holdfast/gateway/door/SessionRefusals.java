package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Quotas;
import io.holdfast.gateway.problems.Navigation;
import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.problems.ProblemAnswers;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Says no where a session was asked for: a person who opens a page is sent to sign in and brought
 * back to it, a script gets a problem.
 */
@Component
final class SessionRefusals
    implements ServerAuthenticationEntryPoint,
        ServerAccessDeniedHandler,
        ServerAuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionRefusals.class);
  private static final URI SIGN_IN = URI.create("/oauth2/authorization/" + Provider.REGISTRATION);
  private static final URI SIGN_IN_FAILED = URI.create("/docs/sign-in-failed.html");

  private final WebSessionServerSecurityContextRepository sessions =
      new WebSessionServerSecurityContextRepository();
  private final DefaultServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
  private final DoorProperties door;
  private final ProblemAnswers answers;
  private final Refusals refusals;
  private final Quotas quotas;
  private final DeepLinks deepLinks;

  SessionRefusals(
      DoorProperties door,
      ProblemAnswers answers,
      Refusals refusals,
      Quotas quotas,
      DeepLinks deepLinks) {
    this.door = door;
    this.answers = answers;
    this.refusals = refusals;
    this.quotas = quotas;
    this.deepLinks = deepLinks;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
    ServerHttpRequest request = exchange.getRequest();
    if (!Navigation.opensAPage(request)) {
      return refusals.commence(exchange, refused);
    }
    quotas.stranger(exchange);
    return onOtherLoopback(request.getURI())
        ? redirects.sendRedirect(exchange, URI.create(door.at(address(request.getURI()))))
        : deepLinks.saveRequest(exchange).then(redirects.sendRedirect(exchange, SIGN_IN));
  }

  /** Without a session there is nothing to forge: then it is the session that is missing. */
  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    if (!(denied instanceof CsrfException)) {
      return refusals.handle(exchange, denied);
    }
    return sessions
        .load(exchange)
        .hasElement()
        .flatMap(
            signedIn ->
                signedIn
                    ? answers.write(
                        exchange,
                        Problem.forbidden(
                            "csrf", "Send the cookie XSRF-TOKEN's value as header X-XSRF-TOKEN."))
                    : refusals.commence(
                        exchange, new InsufficientAuthenticationException("no session")));
  }

  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange exchange, AuthenticationException failure) {
    LOG.warn("sign-in failed: {}", failure.toString());
    return redirects.sendRedirect(exchange.getExchange(), SIGN_IN_FAILED);
  }

  /** 127.0.0.1 for localhost: the cookie would stay behind when the provider sends people back. */
  private boolean onOtherLoopback(URI asked) {
    return "localhost".equals(door.publicUrl().getHost())
        && ("127.0.0.1".equals(asked.getHost()) || "[::1]".equals(asked.getHost()))
        && asked.getPort() == door.publicUrl().getPort();
  }

  private static String address(URI asked) {
    return asked.getRawQuery() == null
        ? asked.getRawPath()
        : asked.getRawPath() + "?" + asked.getRawQuery();
  }
}
