package io.holdfast.tenancy.listing;

import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.sealing.Seals;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@AutoConfiguration
@ConditionalOnProperty({"holdfast.security.issuer", "holdfast.sealing.keys"})
class ListingConfiguration {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListQuery.class);
  }

  @Bean
  WebFluxConfigurer listQueries(Seals seals) {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new ListQueryArgument(seals));
      }
    };
  }
}
