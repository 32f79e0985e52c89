package io.holdfast.local.provider;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The OpenID provider as a process of its own. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Provider {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(Provider.class);
    application.setDefaultProperties(
        Map.of(
            "spring.main.banner-mode", "off",
            "spring.application.name", "provider",
            "server.servlet.session.cookie.name", "HOLDFAST_PROVIDER",
            "server.servlet.session.cookie.same-site", "lax",
            "server.tomcat.threads.max", "8",
            "server.tomcat.threads.min-spare", "1",
            "logging.level.org.springframework", "warn"));
    application.run(arguments);
  }
}
