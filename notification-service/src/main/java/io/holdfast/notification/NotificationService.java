package io.holdfast.notification;

import io.holdfast.tenancy.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@EnableConfigurationProperties(NotificationProperties.class)
public class NotificationService {

  public static void main(String[] args) {
    if (Migration.requested(args)) {
      Migration.run("notification");
      return;
    }
    SpringApplication.run(NotificationService.class, args);
  }
}
