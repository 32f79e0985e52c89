package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.access.AccessRegister;
import io.holdfast.tenancy.claims.CallerClaims;
import io.holdfast.tenancy.firewall.Firewall;
import io.holdfast.tenancy.paths.Paths;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP edge: every service verifies the token itself, whatever stands in front of it. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration"
    })
@ConditionalOnProperty("holdfast.security.issuer")
@EnableConfigurationProperties(SecurityProperties.class)
class WebConfiguration implements WebFluxConfigurer {
  private static final String[] OPEN = {"/livez", "/readyz", "/openapi.json"};

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
    configurer.addCustomResolver(new PrincipalArgument());
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  /** Requests are observed as a whole; a span for each filter of security tells nobody anything. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  AccessController accessController() {
    return new AccessController();
  }

  @Bean
  RequestLog requestLog(SecurityProperties properties) {
    return new RequestLog(ownCredentials(properties));
  }

  @Bean
  ScopeFilter scopeFilter(RequestMappingHandlerMapping requestMappingHandlerMapping) {
    return new ScopeFilter(requestMappingHandlerMapping);
  }

  @Bean
  ServerWebExchangeFirewall firewall() {
    return Firewall.admittingIds();
  }

  @Bean
  ServerExchangeRejectedHandler rejectedExchanges(ProblemWriter problems) {
    return (exchange, _) ->
        problems.write(
            exchange,
            Problem.badRequest(
                "ambiguous_request",
                "The address or a header holds characters that are not accepted here."));
  }

  @Bean
  ReactiveJwtDecoder jwtDecoder(SecurityProperties properties) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(properties.jwks())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(properties.issuer()),
                new JwtAudienceValidator(properties.audience()))));
    return decoder;
  }

  /** The management port is for the platform team's network; nothing routes to it from outside. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityWebFilterChain managementFilterChain(ServerHttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .authorizeExchange(paths -> paths.anyExchange().permitAll())
        .build();
  }

  /**
   * What comes with a key or a signature of its own has no token to be looked for, and is answered
   * to programs: nothing but the firewall stands before it. A chain must have a filter; this one
   * only goes on.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  SecurityWebFilterChain ownCredentialsFilterChain(SecurityProperties properties) {
    Paths own = ownCredentials(properties);
    return new MatcherSecurityWebFilterChain(
        exchange -> own.have(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch(),
        List.<WebFilter>of((exchange, chain) -> chain.filter(exchange)));
  }

  private static Paths ownCredentials(SecurityProperties properties) {
    return Paths.of(properties.openPaths().toArray(String[]::new));
  }

  @Bean
  SecurityWebFilterChain securityWebFilterChain(
      ServerHttpSecurity http,
      SecurityProperties properties,
      AccessRegister access,
      ProblemWriter problems) {
    TokenClaims claims = new TokenClaims(new CallerClaims(properties.claims()));
    ServerAuthenticationEntryPoint unauthorized =
        (exchange, failure) -> {
          exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
          return problems.write(exchange, Problem.unauthorized(reason(failure)));
        };
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(
            paths -> paths.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .authenticationEntryPoint(unauthorized)
                    .jwt(
                        jwt ->
                            jwt.jwtAuthenticationConverter(
                                token -> authentication(claims.principal(token), access))))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized))
        .build();
  }

  private static Mono<AbstractAuthenticationToken> authentication(
      Principal told, AccessRegister access) {
    return access.of(told).map(HoldfastAuthentication::new);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null || message.equals("Not Authenticated")
        ? "This needs an access token: Authorization: Bearer <token>."
        : "The access token was refused: " + message;
  }
}
