package io.holdfast.gateway;

import io.holdfast.tenancy.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway's process. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Gateway {
  public static void main(String[] args) {
    if (Migration.requested(args)) {
      Migration.run("gateway");
      return;
    }
    SpringApplication.run(Gateway.class, args);
  }
}
