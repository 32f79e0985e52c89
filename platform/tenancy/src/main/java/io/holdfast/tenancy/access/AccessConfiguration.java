package io.holdfast.tenancy.access;

import io.holdfast.tenancy.TenantTransactions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who may do what, by the service's own copy. */
@AutoConfiguration
@ConditionalOnProperty("holdfast.database.service")
class AccessConfiguration {

  @Bean
  AccessRegister accessRegister(TenantTransactions tenants, DatabaseClient database) {
    return new AccessRegister(tenants, database);
  }
}
