package io.holdfast.testing;

import io.holdfast.tenancy.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * One PostgreSQL server a JVM, as durable as in production: zonky's own default would lose
 * acknowledged commits.
 */
public final class RealPostgres {
  static final String DATABASE = "holdfast";
  static final String PASSWORD = "test";
  private static final Object LOCK = new Object();
  private static @org.jspecify.annotations.Nullable RealPostgres instance;

  private final int port;
  private final Set<String> prepared = new HashSet<>();

  private RealPostgres(int port) {
    this.port = port;
  }

  public static RealPostgres instance() {
    synchronized (LOCK) {
      if (instance == null) {
        instance = start();
      }
      return instance;
    }
  }

  private static RealPostgres start() {
    RealPostgres postgres =
        new RealPostgres(DockerParts.available() ? DockerParts.startPostgres() : startEmbedded());
    postgres.execute("postgres", "create database " + DATABASE);
    return postgres;
  }

  private static int startEmbedded() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "on")
          .setServerConfig("max_connections", "200")
          .setServerConfig("timezone", "UTC")
          .start()
          .getPort();
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL cannot be started", failure);
    }
  }

  public int port() {
    return port;
  }

  /** A connection of the superuser, for looking at what a service stored. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(url(DATABASE), "postgres", "postgres");
  }

  /** A connection of one of a service's roles, for example {@code scoring_app}. */
  public Connection as(String role) throws SQLException {
    return DriverManager.getConnection(url(DATABASE), role, PASSWORD);
  }

  synchronized void prepare(String service) {
    if (prepared.add(service)) {
      execute(DATABASE, bootstrap(service));
      Migration.run(service, url(DATABASE), PASSWORD);
    }
  }

  private String bootstrap(String service) {
    try (InputStream script = Migration.class.getResourceAsStream("bootstrap.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${service}", service)
          .replaceAll("\\$\\{\\w+_password}", PASSWORD);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  private void execute(String database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(url(database), "postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
