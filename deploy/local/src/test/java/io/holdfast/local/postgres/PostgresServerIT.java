package io.holdfast.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.process.Keeper;
import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.Ports;
import io.holdfast.local.state.Secrets;
import io.holdfast.local.state.StateDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerIT {

  @TempDir static Path folder;
  private static PostgresServer server;
  private static Keeper keeper;
  private static ServiceRoles roles;

  @BeforeAll
  static void start() throws Exception {
    StateDirectory state = new StateDirectory(folder).prepared();
    server =
        new PostgresServer(
            PostgresBinaries.unpackedIn(state.cache()),
            state,
            new Ports(state.ports()).of("postgresql"),
            "a password");
    server.initialise();
    keeper = new Keeper(server.part(), state, System.out::println).start();
    while (!keeper.ready()) {
      assertThat(keeper.failures()).isZero();
      Thread.sleep(50);
    }
    roles = new ServiceRoles(new Secrets(new KeptValues(folder.resolve("secrets"))));
    roles.create(server, List.of("scoring", "metrics"));
  }

  @AfterAll
  static void stop() {
    keeper.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"synchronous_commit", "fsync", "full_page_writes"})
  void losesNoCommitWhenKilled(String setting) throws Exception {
    assertThat(text(server.connect(), "show " + setting)).isEqualTo("on");
  }

  @Test
  void isAPostgres18() throws Exception {
    assertThat(server.binaries().version()).startsWith("18.");
    assertThat(text(server.connect(), "show server_version")).startsWith("18.");
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    assertThatThrownBy(() -> connect("postgres", "another"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void eachServiceHasItsSchemaAndCannotLookIntoAnother() throws Exception {
    try (Connection owner = connect("scoring_owner", roles.password("scoring", "owner"))) {
      owner.createStatement().execute("create table score (id int)");
      owner.createStatement().execute("grant select on score to scoring_app");
    }
    try (Connection app = connect("scoring_app", roles.password("scoring", "app"))) {
      assertThat(text(app, "select count(*) from score")).isEqualTo("0");
    }
    try (Connection other = connect("metrics_app", roles.password("metrics", "app"))) {
      assertThatThrownBy(() -> text(other, "select count(*) from scoring.score"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void makingTheRolesAgainChangesNothing() throws Exception {
    roles.create(server, List.of("scoring", "metrics"));

    try (Connection app = connect("scoring_app", roles.password("scoring", "app"))) {
      assertThat(text(app, "select current_user")).isEqualTo("scoring_app");
    }
  }

  private static Connection connect(String role, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/holdfast", role, password);
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
