package io.holdfast.notification.web;

import io.holdfast.tenancy.Principal;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API; the principal comes from the token, so it is no parameter. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Principal.class);
  }

  @Bean
  OpenAPI notificationApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Holdfast notification")
                .version("v1")
                .description("Alerts, plays, channels, deliveries and people"));
  }
}
