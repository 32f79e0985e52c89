package io.holdfast.gateway;

import io.holdfast.tenancy.Migration;
import io.holdfast.testing.RealPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** A real PostgreSQL with the gateway's roles and its migrated schema. */
public final class GatewayDatabase {
  public static final String PASSWORD = "test";
  private static final GatewayDatabase PREPARED = new GatewayDatabase();

  private GatewayDatabase() {
    try (Connection superuser = superuser();
        var statement = superuser.createStatement();
        var script = Migration.class.getResourceAsStream("bootstrap.sql")) {
      statement.execute(
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
              .replace("${service}", "gateway")
              .replaceAll("\\$\\{\\w+_password}", PASSWORD));
      Migration.run("gateway", superuser.getMetaData().getURL(), PASSWORD);
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static int port() {
    return PREPARED.server().port();
  }

  /** For looking at what is stored. */
  public static Connection superuser() throws SQLException {
    return RealPostgres.instance().superuser();
  }

  /** What the first column of the first row holds. */
  public static String text(String sql) throws SQLException {
    try (Connection connection = superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getObject(1));
    }
  }

  public static int change(String sql) throws SQLException {
    try (Connection connection = superuser();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private RealPostgres server() {
    return RealPostgres.instance();
  }
}
