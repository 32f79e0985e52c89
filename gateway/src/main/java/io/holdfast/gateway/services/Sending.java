package io.holdfast.gateway.services;

import io.holdfast.gateway.traces.Traces;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/** Sends a request and takes in the head of its answer, headers by {@link PassedHeaders}. */
@Component
final class Sending extends NettyRoutingFilter {
  private final List<HttpHeadersFilter> passed;

  Sending(
      HttpClient http,
      ObjectProvider<List<HttpHeadersFilter>> springs,
      HttpClientProperties properties,
      Traces traces) {
    super(http, springs, properties);
    this.passed = List.of(PassedHeaders.toService(traces), PassedHeaders.fromService());
  }

  @Override
  public List<HttpHeadersFilter> getHeadersFilters() {
    return passed;
  }
}
