package io.holdfast.scoring;

import io.holdfast.tenancy.Migration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps a picture of every account and scores its health. */
@SpringBootApplication
public class ScoringService {

  public static void main(String[] args) {
    if (Migration.requested(args)) {
      Migration.run("scoring");
      return;
    }
    SpringApplication.run(ScoringService.class, args);
  }
}
