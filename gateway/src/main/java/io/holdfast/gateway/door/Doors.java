package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Callers;
import io.holdfast.tenancy.paths.Paths;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.WebFilter;

/**
 * The doors without a session, tried in this order; who matches none comes to the session's.
 *
 * <p>Ingestion checks write keys and signatures itself, so tracking passes. A request with an
 * {@code Authorization} header is decided by its token alone, whatever cookie it carries.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Doors {
  private static final Paths OPEN =
      Paths.of(
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

  static final ServerWebExchangeMatcher PUBLIC = when(OPEN::have);

  /** Whether everybody may have what is there. */
  static boolean isPublic(ServerHttpRequest request) {
    return OPEN.have(request);
  }

  @Bean
  @Order(1)
  SecurityWebFilterChain management(ServerHttpSecurity http) {
    return plain(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .build();
  }

  /** A chain must have a filter; this one only goes on. */
  @Bean
  @Order(2)
  SecurityWebFilterChain tracking() {
    return new MatcherSecurityWebFilterChain(
        at("/v1/**", "/webhooks/**"),
        List.<WebFilter>of((exchange, chain) -> chain.filter(exchange)));
  }

  @Bean
  @Order(3)
  SecurityWebFilterChain bearer(VerifiedTokens tokens, Callers callers, Refusals refusals) {
    return new MatcherSecurityWebFilterChain(
        when(request -> request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)),
        List.of(new BearerDoor(tokens, callers, refusals)));
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
