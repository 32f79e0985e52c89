package io.holdfast.gateway;

import io.holdfast.tenancy.claims.CallerClaims;
import io.holdfast.tenancy.claims.ClaimNames;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * What the rooms share: a client for the gateway's own short calls, the issuer's claims, the time.
 */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

  /** Once for all requests: as a property it would be set at each, on a copy of the client. */
  @Bean
  HttpClientCustomizer toServices() {
    return http -> http.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
  }

  @Bean
  WebClient webClient() {
    HttpClient http =
        HttpClient.create()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .responseTimeout(Duration.ofSeconds(5));
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(http))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .build();
  }

  /** The services are told the same names. */
  @Bean
  CallerClaims callerClaims(Environment environment) {
    return new CallerClaims(
        Binder.get(environment).bindOrCreate("holdfast.claims", ClaimNames.class));
  }

  /** Requests are observed as a whole; a span for each filter of security tells nobody anything. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** Tokens and sessions live in real time, whatever the business clock says. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
