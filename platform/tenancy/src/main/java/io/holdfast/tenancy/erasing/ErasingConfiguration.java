package io.holdfast.tenancy.erasing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnProperty("holdfast.database.service")
class ErasingConfiguration {

  @Bean
  EraseTraces eraseTraces(ObjectProvider<PersonalTraces> places) {
    return new EraseTraces(places.orderedStream().toList());
  }
}
