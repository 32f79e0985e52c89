package io.holdfast.local.postgres;

import io.holdfast.local.Refusal;
import io.holdfast.local.process.Errand;
import io.holdfast.local.process.Part;
import io.holdfast.local.state.StateDirectory;
import io.holdfast.local.state.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One server on the loopback address; every connection needs a password, every commit a sync. */
public record PostgresServer(
    PostgresBinaries binaries, StateDirectory state, int port, String password) {

  private static final String ADMINISTRATOR = "postgres";
  private static final String DATABASE = "holdfast";
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("max_connections", "160"),
          Map.entry("shared_buffers", "96MB"),
          Map.entry("max_wal_size", "512MB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("jit", "off"));

  /** Makes the data directory; an interrupted attempt leaves nothing that looks finished. */
  public void initialise() {
    if (Files.exists(state.postgres().resolve("PG_VERSION"))) {
      new ServerLock(state.postgres()).release();
      return;
    }
    Path unfinished = state.root().resolve("postgres.unfinished");
    Path passwordFile = state.root().resolve("postgres.password");
    try {
      StateDirectory.delete(unfinished);
      WholeFile.write(passwordFile, password);
      List<String> command = asNonRoot(binaries.program("initdb"));
      command.addAll(
          List.of(
              "--pgdata=" + unfinished,
              "--username=" + ADMINISTRATOR,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C"));
      Errand initdb = new Errand("initdb", state.log("postgresql"), state);
      if (initdb.run(command, Map.of()) != 0) {
        throw new Refusal(
            "PostgreSQL cannot make its data directory; its log tells why: %s."
                .formatted(state.log("postgresql")));
      }
      Files.move(unfinished, state.postgres(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal("PostgreSQL cannot make its data directory: %s.".formatted(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while PostgreSQL made its data directory.", e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  public Part part() {
    List<String> command = asNonRoot(binaries.program("postgres"));
    command.addAll(List.of("-D", state.postgres().toString(), "-p", String.valueOf(port)));
    SETTINGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(s -> command.addAll(List.of("-c", s.getKey() + "=" + s.getValue())));
    return new Part(
        "postgresql",
        binaries.version(),
        port,
        command,
        Map.of("LC_ALL", "C"),
        this::accepts,
        Part.StopSignal.INT);
  }

  /** A connection of the administrator to the platform's database, which is made when missing. */
  public Connection connect() throws SQLException {
    try (Connection connection = connectTo("postgres");
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (!found.next()) {
          statement.execute("create database " + DATABASE);
        }
      }
    }
    return connectTo(DATABASE);
  }

  private boolean accepts() {
    try (Connection _ = connectTo("postgres")) {
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  private Connection connectTo(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + port
            + "/"
            + database
            + "?connectTimeout=3&socketTimeout=30",
        ADMINISTRATOR,
        password);
  }

  /** PostgreSQL refuses to be root; in a user namespace root is nobody in particular. */
  private static List<String> asNonRoot(Path program) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      requireNamespaces();
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program.toString());
    return command;
  }

  private static void requireNamespaces() {
    try {
      Process trial = new ProcessBuilder("unshare", "-U", "true").start();
      if (trial.waitFor() == 0) {
        return;
      }
    } catch (IOException _) {
      // said below: the program is missing
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(
        "PostgreSQL refuses to run as root and 'unshare -U' is not allowed here;"
            + " start Holdfast as an ordinary user.");
  }
}
