package io.holdfast.gateway.door;

import io.holdfast.gateway.paths.Paths;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import reactor.core.publisher.Mono;

/**
 * The doors without a session, tried in this order; who matches none comes to the session's.
 *
 * <p>Ingestion checks write keys and signatures itself, so tracking passes. A request with an
 * {@code Authorization} header is decided by its token alone, whatever cookie it carries.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Doors {
  static final ServerWebExchangeMatcher PUBLIC =
      at(
          "/livez",
          "/readyz",
          "/readyz/*",
          "/api/openapi",
          "/docs",
          "/docs/**",
          "/console/**",
          "/lib/**",
          "/favicon.ico",
          "/favicon.svg");

  @Bean
  @Order(1)
  SecurityWebFilterChain management(ServerHttpSecurity http) {
    return plain(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityWebFilterChain tracking(ServerHttpSecurity http) {
    return plain(http.securityMatcher(at("/v1/**", "/webhooks/**")))
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityWebFilterChain bearer(
      ServerHttpSecurity http, ReactiveJwtDecoder tokens, Refusals refusals) {
    return plain(http.securityMatcher(authorizationHeader()))
        .authorizeExchange(
            exchanges -> exchanges.matchers(PUBLIC).permitAll().anyExchange().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenConverter(new PresentedToken())
                    .jwt(
                        jwt ->
                            jwt.jwtDecoder(tokens)
                                .jwtAuthenticationConverter(Doors::withoutAuthorities))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .build();
  }

  /** What a caller may do is the services' to say. */
  private static Mono<AbstractAuthenticationToken> withoutAuthorities(Jwt token) {
    return Mono.just(new JwtAuthenticationToken(token, List.of()));
  }

  private static ServerWebExchangeMatcher authorizationHeader() {
    return when(request -> request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION));
  }

  private static ServerWebExchangeMatcher at(String... patterns) {
    return when(Paths.of(patterns)::have);
  }

  private static ServerWebExchangeMatcher when(Predicate<ServerHttpRequest> condition) {
    return exchange ->
        condition.test(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();
  }

  private static ServerHttpSecurity plain(ServerHttpSecurity http) {
    return http.csrf(CsrfSpec::disable)
        .headers(HeaderSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .requestCache(RequestCacheSpec::disable);
  }
}
