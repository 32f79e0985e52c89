package io.holdfast.tenancy.description;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnProperty("holdfast.security.issuer")
class DescriptionConfiguration {

  @Bean
  GlobalOperationCustomizer refusals() {
    return new Refusals();
  }

  @Bean
  GlobalOperationCustomizer requestTerms() {
    return new RequestTerms();
  }

  @Bean
  GlobalOpenApiCustomizer problemSchema() {
    return document ->
        document.getComponents().addSchemas(ProblemSchema.NAME, ProblemSchema.make());
  }
}
