package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under a service's role without a tenant set, every tenant table shows zero rows. */
class IsolationIT {
  private final LocalPlatform platform = LocalPlatform.instance();

  @ParameterizedTest
  @ValueSource(strings = {"ingestion", "scoring", "metrics", "notification"})
  void theServingRoleSeesNothingWithoutATenant(String service) throws SQLException, IOException {
    try (Connection superuser = platform.database();
        Connection serving = as(service)) {
      List<String> tables = tenantTables(superuser, service);
      assertThat(tables).hasSizeGreaterThan(4);
      long hidden = 0;
      for (String table : tables) {
        assertThat(count(serving, table)).as(table).isZero();
        hidden += count(superuser, table);
      }
      assertThat(hidden).as("rows that were there to be hidden").isPositive();
    }
  }

  private Connection as(String service) throws SQLException, IOException {
    Properties secrets = new Properties();
    try (var in = Files.newInputStream(platform.state().resolve("secrets.properties"))) {
      secrets.load(in);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + platform.part("postgresql").get("port").asInt()
            + "/holdfast",
        service + "_app",
        secrets.getProperty("database." + service + ".app"));
  }

  private static List<String> tenantTables(Connection superuser, String service)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement =
        superuser.prepareStatement(
            "select table_name from information_schema.columns where table_schema = ? and"
                + " column_name = 'tenant_id'")) {
      statement.setString(1, service);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables.add(service + "." + row.getString(1));
        }
      }
    }
    return tables;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
