package io.holdfast.tenancy.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service's schema is.
 *
 * @param service the schema's name and the first part of its roles' names
 * @param appPassword of the role {@code <service>_app}, which serves under row-level security
 * @param backgroundPassword of the role {@code <service>_background}
 */
@ConfigurationProperties("holdfast.database")
record DatabaseProperties(
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("5432") int port,
    @DefaultValue("holdfast") String name,
    String service,
    @DefaultValue("") String appPassword,
    @DefaultValue("") String backgroundPassword,
    @DefaultValue("10") int poolSize,
    @DefaultValue("4") int backgroundPoolSize) {

  String appRole() {
    return service + "_app";
  }

  String backgroundRole() {
    return service + "_background";
  }

  String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
  }
}
