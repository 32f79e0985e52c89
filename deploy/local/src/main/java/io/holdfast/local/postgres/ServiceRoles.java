package io.holdfast.local.postgres;

import io.holdfast.local.Refusal;
import io.holdfast.local.state.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A schema and three roles for each service: one that owns, one that serves, one that works. */
public final class ServiceRoles {

  private static final String SCRIPT = "/io/holdfast/tenancy/bootstrap.sql";

  private final Secrets secrets;

  public ServiceRoles(Secrets secrets) {
    this.secrets = secrets;
  }

  public String password(String service, String role) {
    return secrets.of("database." + service + "." + role);
  }

  public void create(PostgresServer server, List<String> services) {
    try (Connection connection = server.connect()) {
      connection.setAutoCommit(false);
      for (String service : services) {
        if (!exists(connection, service + "_owner")) {
          try (Statement statement = connection.createStatement()) {
            statement.execute(script(service));
          }
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw new Refusal("PostgreSQL does not make the roles: %s.".formatted(e.getMessage()), e);
    }
  }

  private String script(String service) {
    String text = resource();
    Map<String, String> values =
        Map.of(
            "service", service,
            "owner_password", password(service, "owner"),
            "app_password", password(service, "app"),
            "background_password", password(service, "background"));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, role);
      try (var found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static String resource() {
    try (InputStream in = ServiceRoles.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + SCRIPT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
