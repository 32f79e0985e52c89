package io.holdfast.scoring.web;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Lets a client have documents as pages and as CSV, by {@code Accept} or by {@code format}. */
@Configuration
class DocumentConfiguration implements WebFluxConfigurer {

  private static final Map<String, String> TEXTS =
      Map.of(
          CsvTable.TYPE,
          "RFC 4180 with a header, UTF-8; text that begins like a formula gets a quote in front",
          MediaType.TEXT_HTML_VALUE,
          "A page to print on A4, with all it needs in it and without a script");

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.customCodecs().register(new CsvWriter());
    codecs.customCodecs().register(new PageWriter());
  }

  @Override
  public void configureContentTypeResolver(RequestedContentTypeResolverBuilder resolver) {
    resolver
        .parameterResolver()
        .parameterName("format")
        .mediaType("json", MediaType.APPLICATION_JSON)
        .mediaType("csv", MediaType.parseMediaType(CsvTable.TYPE))
        .mediaType("html", MediaType.TEXT_HTML);
    resolver.headerResolver();
  }

  /** A page is text, not the object it is as JSON. */
  @Bean
  OpenApiCustomizer pagesAreText() {
    return document ->
        document.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .flatMap(operation -> operation.getResponses().values().stream())
            .map(ApiResponse::getContent)
            .flatMap(content -> Optional.ofNullable(content).stream())
            .forEach(DocumentConfiguration::describe);
  }

  private static void describe(Content content) {
    TEXTS.forEach(
        (type, words) -> {
          io.swagger.v3.oas.models.media.MediaType text = content.get(type);
          if (text != null) {
            text.schema(new StringSchema().description(words));
          }
        });
  }
}
