package io.holdfast.tenancy.sealing;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnProperty("holdfast.sealing.keys")
class SealingConfiguration {

  @Bean
  Seals seals(@Value("${holdfast.sealing.keys}") List<String> keys) {
    return new Seals(keys);
  }
}
