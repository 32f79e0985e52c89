package io.holdfast.clock;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class ClockConfiguration {

  @Bean(defaultCandidate = false)
  Clock realClock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean(name = "businessClock")
  Clock businessClock(@Value("${holdfast.clock.file:}") String offsetFile) {
    return offsetFile.isBlank()
        ? Clock.systemUTC()
        : new BusinessClock(Clock.systemUTC(), Path.of(offsetFile));
  }
}
