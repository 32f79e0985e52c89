package io.holdfast.tenancy.threads;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class ThreadsConfiguration {

  @Bean
  PlainThreads plainThreads() {
    return new PlainThreads();
  }
}
