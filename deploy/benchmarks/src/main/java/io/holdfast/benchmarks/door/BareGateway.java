package io.holdfast.benchmarks.door;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** A gateway with one route and no filter of ours: {@code UPSTREAM_URL} on {@code SERVER_PORT}. */
@SpringBootApplication(proxyBeanMethods = false)
public class BareGateway {

  public static void main(String[] arguments) {
    SpringApplication.run(BareGateway.class, arguments);
  }

  @Bean
  RouteLocator route(RouteLocatorBuilder builder) {
    String upstream = System.getenv("UPSTREAM_URL");
    return builder.routes().route("bare", route -> route.path("/**").uri(upstream)).build();
  }
}
