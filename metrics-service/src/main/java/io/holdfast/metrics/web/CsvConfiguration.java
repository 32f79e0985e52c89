package io.holdfast.metrics.web;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets a client have tables as CSV, by {@code Accept} or by {@code format}. */
@Configuration
class CsvConfiguration implements WebFluxConfigurer {

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.customCodecs().register(new CsvWriter());
  }

  @Override
  public void configureContentTypeResolver(RequestedContentTypeResolverBuilder resolver) {
    resolver
        .parameterResolver()
        .parameterName("format")
        .mediaType("json", MediaType.APPLICATION_JSON)
        .mediaType("csv", MediaType.parseMediaType(CsvTable.TYPE));
    resolver.headerResolver();
  }

  /** A table as CSV is text, not the object it is as JSON. */
  @Bean
  OpenApiCustomizer csvIsText() {
    return document ->
        document.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .flatMap(operation -> operation.getResponses().values().stream())
            .map(ApiResponse::getContent)
            .flatMap(content -> Optional.ofNullable(content).stream())
            .forEach(CsvConfiguration::describe);
  }

  private static void describe(Content content) {
    io.swagger.v3.oas.models.media.MediaType csv = content.get(CsvTable.TYPE);
    if (csv != null) {
      csv.schema(
          new StringSchema()
              .description(
                  "RFC 4180 with a header, UTF-8; text that begins like a formula gets a quote in"
                      + " front. The header Holdfast-Excluded-Accounts says how many accounts are"
                      + " in no line, Holdfast-Next-Cursor that a list goes on."));
    }
  }
}
