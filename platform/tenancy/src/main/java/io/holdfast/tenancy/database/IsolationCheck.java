package io.holdfast.tenancy.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses to start a service whose serving role could see another tenant's rows: a superuser, a
 * role with {@code BYPASSRLS}, an owner of a tenant table, or a tenant table without row-level
 * security and a policy for the role.
 *
 * <p>Uses JDBC because it runs once, before anything reactive is up.
 */
final class IsolationCheck {
  private static final String ROLE =
      "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";
  private static final String OPEN_TABLES =
      """
      select c.relname,
             pg_has_role(current_user, c.relowner, 'usage') as owned,
             c.relrowsecurity as secured,
             exists (select 1 from pg_policy p
                      where p.polrelid = c.oid
                        and (p.polroles @> array[current_user::regrole::oid] or p.polroles = '{0}')) as policed
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = ?
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where c.relkind in ('r', 'p')
       order by c.relname
      """;

  private final DatabaseProperties properties;

  IsolationCheck(DatabaseProperties properties) {
    this.properties = properties;
  }

  void refuseUnlessIsolated() {
    List<String> faults;
    try (Connection connection =
        DriverManager.getConnection(
            properties.jdbcUrl(), properties.appRole(), properties.appPassword())) {
      faults = faults(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "cannot check tenant isolation as " + properties.appRole() + ": " + failure.getMessage(),
          failure);
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "tenant isolation is not in place: " + String.join("; ", faults));
    }
  }

  private List<String> faults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet role = statement.executeQuery(ROLE)) {
      if (role.next() && role.getBoolean(1)) {
        faults.add("role " + properties.appRole() + " bypasses row-level security");
      }
    }
    try (var statement = connection.prepareStatement(OPEN_TABLES)) {
      statement.setString(1, properties.service());
      try (ResultSet table = statement.executeQuery()) {
        while (table.next()) {
          String name = table.getString("relname");
          if (table.getBoolean("owned")) {
            faults.add("table " + name + " is owned by the serving role");
          }
          if (!table.getBoolean("secured") || !table.getBoolean("policed")) {
            faults.add("table " + name + " has no row-level security policy for the serving role");
          }
        }
      }
    }
    return faults;
  }
}
