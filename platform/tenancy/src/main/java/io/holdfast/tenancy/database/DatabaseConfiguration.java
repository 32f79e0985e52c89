package io.holdfast.tenancy.database;

import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantTransactions;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Two pools, one per role; the serving role's is the default everywhere. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("holdfast.database.service")
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean
  IsolationCheck isolationCheck(DatabaseProperties properties) {
    return new IsolationCheck(properties);
  }

  @Bean(destroyMethod = "dispose")
  ConnectionPool connectionFactory(DatabaseProperties properties, IsolationCheck check) {
    check.refuseUnlessIsolated();
    return pool(properties, properties.appRole(), properties.appPassword(), properties.poolSize());
  }

  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  ConnectionPool backgroundConnectionFactory(DatabaseProperties properties) {
    return pool(
        properties,
        properties.backgroundRole(),
        properties.backgroundPassword(),
        properties.backgroundPoolSize());
  }

  @Bean
  DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
    return DatabaseClient.create(connectionFactory);
  }

  @Bean(defaultCandidate = false)
  DatabaseClient backgroundDatabase(
      @Qualifier("backgroundConnectionFactory") ConnectionFactory connectionFactory) {
    return DatabaseClient.create(connectionFactory);
  }

  @Bean
  R2dbcTransactionManager transactionManager(ConnectionFactory connectionFactory) {
    return new R2dbcTransactionManager(connectionFactory);
  }

  @Bean
  TenantTransactions tenantTransactions(R2dbcTransactionManager manager, DatabaseClient database) {
    return new R2dbcTenantTransactions(TransactionalOperator.create(manager), database);
  }

  @Bean
  BackgroundTransactions backgroundTransactions(
      @Qualifier("backgroundConnectionFactory") ConnectionFactory connectionFactory) {
    TransactionalOperator operator =
        TransactionalOperator.create(new R2dbcTransactionManager(connectionFactory));
    return new R2dbcBackgroundTransactions(operator);
  }

  private static ConnectionPool pool(
      DatabaseProperties properties, String role, String password, int size) {
    var connections =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(properties.host())
                .port(properties.port())
                .database(properties.name())
                .username(role)
                .password(password)
                .schema(properties.service())
                .applicationName(role)
                .connectTimeout(Duration.ofSeconds(5))
                .statementTimeout(Duration.ofSeconds(60))
                .tcpKeepAlive(true)
                .fetchSize(256)
                .preparedStatementCacheQueries(256)
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(connections)
            .name(role)
            .initialSize(0)
            .maxSize(size)
            .maxAcquireTime(Duration.ofSeconds(20))
            .maxCreateConnectionTime(Duration.ofSeconds(10))
            .maxLifeTime(Duration.ofMinutes(30))
            .maxIdleTime(Duration.ofMinutes(5))
            .maxValidationTime(Duration.ofSeconds(5))
            .validationQuery("select 1")
            .build());
  }
}
