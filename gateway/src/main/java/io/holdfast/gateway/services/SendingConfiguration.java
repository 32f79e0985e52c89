package io.holdfast.gateway.services;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring leaves the writing of answers away together with its own sending. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {
  @Bean
  NettyWriteResponseFilter writingAnswers(
      GatewayProperties properties, ObjectProvider<List<HttpHeadersFilter>> trailers) {
    return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), trailers);
  }
}
