package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.DocumentedRoutes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** A route that is missing from the document would be missing from every test that reads it. */
@RealIngestion
class DocumentedRoutesIT {
  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyRouteIsDescribed() {
    assertThat(DocumentedRoutes.missing(requestMappingHandlerMapping, port)).isEmpty();
  }

  @Test
  void everyEditCanBeMadeOnTheTermsOfWhatWasRead() {
    assertThat(DocumentedRoutes.withoutTerms(port)).isEmpty();
  }
}
