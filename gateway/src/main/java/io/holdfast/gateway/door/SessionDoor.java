package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Callers;
import io.holdfast.gateway.sessions.PersonSessions;
import io.holdfast.gateway.sessions.SessionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/** The door for people: sign-in at the provider, a session cookie, a CSRF token for changes. */
@Configuration(proxyBeanMethods = false)
class SessionDoor {
  private static final int LONGEST_BROWSER = 200;

  private final DoorProperties door;
  private final SessionProperties sessions;

  SessionDoor(DoorProperties door, SessionProperties sessions) {
    this.door = door;
    this.sessions = sessions;
  }

  @Bean
  @Order(2)
  SecurityWebFilterChain session(
      ServerHttpSecurity http,
      Provider provider,
      KeptClients clients,
      BackChannelLogout backChannel,
      DeepLinks deepLinks,
      SessionRefusals refusals,
      Callers callers) {
    CookieServerCsrfTokenRepository csrfTokens = csrfTokens();
    return http.headers(HeaderSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .authorizeExchange(
            exchanges -> exchanges.matchers(Doors.PUBLIC).permitAll().anyExchange().authenticated())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    .requireCsrfProtectionMatcher(changes())
                    .csrfTokenRequestHandler(new PresentedCsrfToken())
                    .accessDeniedHandler(refusals))
        .addFilterAfter(new CsrfCookie(), SecurityWebFiltersOrder.CSRF)
        .addFilterAfter(new CountPeople(callers), SecurityWebFiltersOrder.AUTHORIZATION)
        .requestCache(cache -> cache.requestCache(deepLinks))
        .oauth2Login(
            login ->
                login
                    .clientRegistrationRepository(provider)
                    .authorizedClientRepository(clients)
                    .authenticationSuccessHandler(welcome(deepLinks))
                    .authenticationFailureHandler(refusals))
        .oidcLogout(
            atProvider ->
                atProvider
                    .clientRegistrationRepository(provider)
                    .oidcSessionRegistry(backChannel)
                    .backChannel(channel -> channel.logoutHandler(backChannel)))
        .logout(
            logout ->
                logout
                    .logoutHandler(
                        new DelegatingServerLogoutHandler(
                            new SecurityContextServerLogoutHandler(),
                            new WebSessionServerLogoutHandler()))
                    .logoutSuccessHandler(atTheProvider(provider)))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .build();
  }

  @Bean
  WebSessionIdResolver webSessionIdResolver() {
    CookieWebSessionIdResolver resolver = new CookieWebSessionIdResolver();
    resolver.setCookieName(door.secure() ? "__Host-holdfast" : "holdfast-session");
    resolver.addCookieInitializer(
        cookie -> cookie.path("/").httpOnly(true).sameSite("Lax").secure(door.secure()));
    return resolver;
  }

  private ServerAuthenticationSuccessHandler welcome(DeepLinks deepLinks) {
    RedirectServerAuthenticationSuccessHandler back =
        new RedirectServerAuthenticationSuccessHandler();
    back.setRequestCache(deepLinks);
    return (exchange, person) ->
        exchange
            .getExchange()
            .getSession()
            .doOnNext(session -> signedIn(session, exchange.getExchange()))
            .then(back.onAuthenticationSuccess(exchange, person));
  }

  private void signedIn(WebSession session, ServerWebExchange exchange) {
    session.setMaxIdleTime(sessions.idle());
    String browser = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    if (browser != null) {
      int length = Math.min(browser.length(), LONGEST_BROWSER);
      session.getAttributes().put(PersonSessions.BROWSER, browser.substring(0, length));
    }
  }

  /** What is open to everybody changes nothing. */
  private static ServerWebExchangeMatcher changes() {
    return new AndServerWebExchangeMatcher(
        CsrfWebFilter.DEFAULT_CSRF_MATCHER, new NegatedServerWebExchangeMatcher(Doors.PUBLIC));
  }

  private CookieServerCsrfTokenRepository csrfTokens() {
    CookieServerCsrfTokenRepository tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax").secure(door.secure()));
    return tokens;
  }

  private OidcClientInitiatedServerLogoutSuccessHandler atTheProvider(Provider provider) {
    OidcClientInitiatedServerLogoutSuccessHandler handler =
        new OidcClientInitiatedServerLogoutSuccessHandler(provider);
    handler.setPostLogoutRedirectUri(door.at("/"));
    return handler;
  }
}
