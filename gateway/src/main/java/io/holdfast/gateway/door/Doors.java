package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Callers;
import io.holdfast.tenancy.paths.Paths;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.WebFilter;

/** What is open to everybody, and which door a request comes to. */
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

  static final ServerWebExchangeMatcher PUBLIC =
      exchange -> isPublic(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();

  /** Whether everybody may have what is there. */
  static boolean isPublic(ServerHttpRequest request) {
    return OPEN.have(request);
  }

  /** The management port, which inherits this, has no doors: it tells how the gateway is. */
  @Bean
  @Order(1)
  SecurityWebFilterChain management(ServerHttpSecurity http) {
    return plain(http.securityMatcher(atManagementPort()))
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .build();
  }

  /**
   * In the place of Spring's filter, which asks one chain after the other through a queue that it
   * makes and clears for each request. At the management port Spring's own stays.
   */
  @Bean
  WebHttpHandlerBuilderCustomizer chosenDoor(
      ServerWebExchangeFirewall firewall,
      ServerExchangeRejectedHandler rejections,
      VerifiedTokens tokens,
      Callers callers,
      Refusals refusals) {
    BearerDoor forPrograms = new BearerDoor(tokens, callers, refusals);
    return handler ->
        handler.filters(
            filters -> {
              int springs = springsFilter(filters);
              filters.set(
                  springs, new ChosenDoor(firewall, rejections, forPrograms, filters.get(springs)));
            });
  }

  private static int springsFilter(List<WebFilter> filters) {
    for (int i = 0; i < filters.size(); i++) {
      if (filters.get(i) instanceof WebFilterChainProxy) {
        return i;
      }
    }
    throw new IllegalStateException("Spring Security's filter is not among " + filters);
  }

  private static ServerWebExchangeMatcher atManagementPort() {
    return exchange ->
        WebServerApplicationContext.hasServerNamespace(
                exchange.getApplicationContext(), "management")
            ? MatchResult.match()
            : MatchResult.notMatch();
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
