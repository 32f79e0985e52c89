package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service's role sees is decided by the database, not by the service. */
class IsolationIT {
  /** A lease of the relay and the history of the schema belong to nobody. */
  private static final Set<String> WITHOUT_TENANT = Set.of("lease", "flyway_schema_history");

  private final LocalPlatform platform = LocalPlatform.instance();

  @ParameterizedTest
  @ValueSource(strings = {"ingestion", "scoring", "metrics", "notification"})
  void theServingRoleSeesNothingWithoutATenant(String service) throws SQLException {
    try (Connection superuser = platform.database();
        Connection serving = platform.databaseAsServing(service)) {
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

  @ParameterizedTest
  @ValueSource(strings = {"ingestion", "scoring", "metrics", "notification"})
  void theServingRoleSeesAllOfItsTenantAndNothingElse(String service) throws SQLException {
    try (Connection superuser = platform.database();
        Connection serving = platform.databaseAsServing(service);
        var set = serving.prepareStatement("select set_config('app.tenant', 'demo', false)")) {
      set.executeQuery();
      for (String table : tenantTables(superuser, service)) {
        assertThat(count(serving, table + " where tenant_id <> 'demo'")).as(table).isZero();
      }
      String account = service + ".account where tenant_id = 'demo'";
      assertThat(count(serving, account)).isPositive().isEqualTo(count(superuser, account));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingestion", "scoring", "metrics", "notification"})
  void everyTableThatIsNotPlumbingHasATenant(String service) throws SQLException {
    try (Connection superuser = platform.database()) {
      Set<String> without = new HashSet<>(tables(superuser, service));
      without.removeAll(tenantTables(superuser, service));
      assertThat(without)
          .isSubsetOf(WITHOUT_TENANT.stream().map(table -> service + "." + table).toList());
    }
  }

  private static List<String> tables(Connection superuser, String service) throws SQLException {
    return tables(
        superuser,
        service,
        "select table_name from information_schema.tables where table_schema = ?");
  }

  private static List<String> tenantTables(Connection superuser, String service)
      throws SQLException {
    return tables(
        superuser,
        service,
        "select table_name from information_schema.columns where table_schema = ? and column_name ="
            + " 'tenant_id'");
  }

  private static List<String> tables(Connection superuser, String service, String sql)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = superuser.prepareStatement(sql)) {
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
