package io.holdfast.gateway.sessions;

import io.holdfast.tenancy.sealing.Seal;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.server.session.WebSessionManager;

/** The database is asked when a session is: without it the gateway starts and serves tokens. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionConfiguration {
  private static final String ROLE = "gateway_app";

  @Bean(destroyMethod = "dispose")
  ConnectionPool connectionFactory(SessionProperties properties) {
    var connections =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(properties.host())
                .port(properties.port())
                .database(properties.name())
                .username(ROLE)
                .password(properties.password())
                .schema("gateway")
                .applicationName(ROLE)
                .connectTimeout(Duration.ofSeconds(2))
                .statementTimeout(Duration.ofSeconds(5))
                .tcpKeepAlive(true)
                .preparedStatementCacheQueries(64)
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(connections)
            .name(ROLE)
            .initialSize(0)
            .maxSize(properties.poolSize())
            .maxAcquireTime(Duration.ofSeconds(5))
            .maxCreateConnectionTime(Duration.ofSeconds(3))
            .maxLifeTime(Duration.ofMinutes(30))
            .maxIdleTime(Duration.ofMinutes(5))
            .maxValidationTime(Duration.ofSeconds(2))
            .validationQuery("select 1")
            .build());
  }

  @Bean
  DatabaseClient databaseClient(ConnectionFactory connections) {
    return DatabaseClient.create(connections);
  }

  @Bean
  TransactionalOperator sessionTransaction(ConnectionFactory connections) {
    return TransactionalOperator.create(new R2dbcTransactionManager(connections));
  }

  @Bean
  Contents contents(SessionProperties properties) {
    return new Contents(new Seal("gateway sessions", properties.secretKeys()));
  }

  @Bean
  R2dbcSessions sessions(
      DatabaseClient database,
      TransactionalOperator sessionTransaction,
      Contents contents,
      SessionProperties properties,
      Clock clock) {
    return new R2dbcSessions(database, sessionTransaction, contents, properties, clock);
  }

  @Bean(WebHttpHandlerBuilder.WEB_SESSION_MANAGER_BEAN_NAME)
  WebSessionManager webSessionManager(R2dbcSessions sessions, WebSessionIdResolver cookie) {
    DefaultWebSessionManager manager = new DefaultWebSessionManager();
    manager.setSessionStore(new SpringSessionWebSessionStore<>(sessions));
    manager.setSessionIdResolver(cookie);
    return manager;
  }
}
