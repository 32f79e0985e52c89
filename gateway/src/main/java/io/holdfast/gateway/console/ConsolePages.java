package io.holdfast.gateway.console;

import io.holdfast.gateway.door.DoorProperties;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The console's addresses: each of them is the one page, which shows what its address says. */
@Configuration(proxyBeanMethods = false)
class ConsolePages {
  private static final List<String> PAGES =
      List.of("/", "/portfolio", "/accounts", "/accounts/**", "/revenue", "/alerts");

  private final ConsoleShell shell = ConsoleShell.read(new ClassPathResource("console/index.html"));

  @Bean
  RouterFunction<ServerResponse> pageRoutes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String page : PAGES) {
      routes.GET(
          page,
          _ ->
              ServerResponse.ok()
                  .contentType(MediaType.TEXT_HTML)
                  .cacheControl(CacheControl.noCache())
                  .bodyValue(shell.html()));
    }
    Resource icon = new ClassPathResource("console/favicon.svg");
    for (String address : List.of("/favicon.svg", "/favicon.ico")) {
      routes.GET(
          address,
          _ ->
              ServerResponse.ok()
                  .contentType(MediaType.valueOf("image/svg+xml"))
                  .cacheControl(CacheControl.noCache())
                  .bodyValue(icon));
    }
    return routes.build();
  }

  @Bean
  SecurityHeaders securityHeaders(DoorProperties door) {
    ContentSecurityPolicy policy =
        new ContentSecurityPolicy(shell.inlineScripts(), URI.create(door.issuer()));
    return new SecurityHeaders(policy, door.secure());
  }
}
