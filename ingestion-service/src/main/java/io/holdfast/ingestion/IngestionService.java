package io.holdfast.ingestion;

import io.holdfast.tenancy.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestionService {
  public static void main(String[] args) {
    if (Migration.requested(args)) {
      Migration.run("ingestion");
      return;
    }
    SpringApplication.run(IngestionService.class, args);
  }
}
