package io.holdfast.metrics;

import io.holdfast.tenancy.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that counts revenue. */
@SpringBootApplication
public class MetricsService {

  public static void main(String[] args) {
    if (Migration.requested(args)) {
      Migration.run("metrics");
      return;
    }
    SpringApplication.run(MetricsService.class, args);
  }
}
