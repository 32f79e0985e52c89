package io.holdfast.gateway.console;

import io.holdfast.gateway.door.DoorProperties;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The page, and the headers that name what stands inline in it. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
  @Bean
  ConsoleShell consoleShell() {
    return ConsoleShell.read(new ClassPathResource("console/index.html"));
  }

  @Bean
  SecurityHeaders securityHeaders(ConsoleShell shell, DoorProperties door) {
    ContentSecurityPolicy policy =
        new ContentSecurityPolicy(shell.inlineScripts(), URI.create(door.issuer()));
    return new SecurityHeaders(policy, door.secure());
  }
}
