package io.holdfast.tenancy.editing;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
@ConditionalOnProperty({"holdfast.security.issuer", "holdfast.database.service"})
class EditingConfiguration implements WebFluxConfigurer {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Conditions.class);
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
    configurer.addCustomResolver(new ConditionsArgument());
  }

  @Bean
  Edits edits(DatabaseClient database, JsonMapper json) {
    return new Edits(database, json);
  }
}
