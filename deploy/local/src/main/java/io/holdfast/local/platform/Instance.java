package io.holdfast.local.platform;

import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tokens;
import io.holdfast.local.clock.BusinessClock;
import io.holdfast.local.process.Errand;
import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.Ports;
import io.holdfast.local.state.Secrets;
import io.holdfast.local.state.StateDirectory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** One local platform: a state directory and the checkout whose programs it runs. */
public record Instance(StateDirectory state, Path project) {

  private static final String GATEWAY_PORT = "port";

  /** Named by the environment for a second instance beside the usual one. */
  public static Instance ofEnvironment() {
    Path project = Path.of(System.getProperty("holdfast.project", ".")).toAbsolutePath();
    String state = System.getProperty("holdfast.state", "");
    Path root = state.isEmpty() ? project.resolve("deploy/local/.state") : Path.of(state);
    return new Instance(new StateDirectory(root), project);
  }

  /** A program that runs to its end and has a log of its own. */
  Errand errand(String name) {
    return new Errand(name, state.log(name), state);
  }

  Ports ports() {
    return new Ports(state.ports());
  }

  Secrets secrets() {
    return new Secrets(state.secrets());
  }

  /** The options the running platform was started with. */
  public KeptValues running() {
    return state.options();
  }

  /** Whether all that was asked for has been loaded and worked off since the start. */
  public boolean ready() {
    return Files.exists(state.outcome());
  }

  /** How many processes each service has. */
  public int instances() {
    return Options.keptInstances(running());
  }

  /** Further doors beside the usual one; each does the same. */
  public List<URI> furtherGateways() {
    return Replica.of(Service.GATEWAY, instances()).stream()
        .skip(1)
        .map(replica -> URI.create("http://localhost:" + ports().of(replica.word())))
        .toList();
  }

  public int gatewayPort() {
    return running().get(GATEWAY_PORT).map(Integer::parseInt).orElse(Options.USUAL_PORT);
  }

  /** As people write it; also in links and redirects. */
  public URI console() {
    return URI.create("http://localhost:" + gatewayPort());
  }

  /** As programs on this machine reach it. */
  public URI gateway() {
    return URI.create("http://127.0.0.1:" + gatewayPort());
  }

  String issuer() {
    return "http://localhost:" + ports().of(PartNames.PROVIDER);
  }

  public String kafka() {
    return "127.0.0.1:" + ports().of(PartNames.KAFKA);
  }

  public BusinessClock clock() {
    return new BusinessClock(state.clock(), Clock.systemUTC());
  }

  public Tokens tokens() {
    return new Tokens(ports().of(PartNames.PROVIDER), secrets().of("provider.clients"));
  }

  public String token(String tenant, Role role, String scope) {
    return tokens().fetch(tenant, role, scope);
  }
}
