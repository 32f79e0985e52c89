package io.holdfast.local.platform;

import io.holdfast.local.broker.Broker;
import io.holdfast.local.mail.CatchingServer;
import io.holdfast.local.postgres.PostgresBinaries;
import io.holdfast.local.postgres.PostgresServer;
import io.holdfast.local.postgres.ServiceRoles;
import io.holdfast.local.process.JavaProgram;
import io.holdfast.local.process.Part;
import io.holdfast.local.process.Readiness;
import io.holdfast.local.provider.Provider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** What each part is: program, ports, environment. */
public final class Parts {

  private static final String OWN_CLASS_PATH =
      System.getProperty("holdfast.classpath", System.getProperty("java.class.path"));

  private final Instance instance;
  private final Options options;
  private final ServiceRoles roles;

  Parts(Instance instance, Options options) {
    this.instance = instance;
    this.options = options;
    this.roles = new ServiceRoles(instance.secrets());
  }

  ServiceRoles roles() {
    return roles;
  }

  PostgresServer postgres() {
    return new PostgresServer(
        PostgresBinaries.unpackedIn(instance.state().cache()),
        instance.state(),
        port(PartNames.POSTGRESQL),
        instance.secrets().of("postgres"));
  }

  Part kafka() {
    int port = port(PartNames.KAFKA);
    return new Part(
        PartNames.KAFKA,
        AppInfoParser.getVersion(),
        port,
        own(Broker.class, 256)
            .command(
                instance.state().kafka().toString(),
                String.valueOf(port),
                String.valueOf(port("kafka.controller"))),
        Map.of(),
        Readiness.listening(port),
        Part.StopSignal.TERM);
  }

  Part provider() {
    int port = port(PartNames.PROVIDER);
    return new Part(
        PartNames.PROVIDER,
        version(Provider.class),
        port,
        providerCache().applied(providerProgram()).command(),
        providerEnvironment(port),
        Readiness.answering(port, "/.well-known/openid-configuration"),
        Part.StopSignal.TERM);
  }

  JavaProgram providerProgram() {
    return own(Provider.class, 96);
  }

  AotCache providerCache() {
    Path programs = Path.of(OWN_CLASS_PATH.split("[*:]", 2)[0]);
    return new AotCache(programs, PartNames.PROVIDER);
  }

  Map<String, String> providerEnvironment(int port) {
    return Map.of(
        "SERVER_PORT", String.valueOf(port),
        "SERVER_ADDRESS", "127.0.0.1",
        "PROVIDER_ISSUER", instance.issuer(),
        "PROVIDER_CONSOLE", console(),
        "PROVIDER_KEYS", instance.state().provider().resolve("keys.json").toString(),
        "PROVIDER_CLIENT_SECRET", instance.secrets().of("provider.clients"),
        "PROVIDER_CONSOLE_SECRET", instance.secrets().of("provider.console"));
  }

  Part mail() {
    int port = port(PartNames.MAIL);
    return new Part(
        PartNames.MAIL,
        version(CatchingServer.class),
        port,
        own(CatchingServer.class, 32)
            .command(String.valueOf(port), instance.state().mail().toString()),
        Map.of(),
        Readiness.listening(port),
        Part.StopSignal.TERM);
  }

  Part service(Program program, Replica replica) {
    int port = port(replica);
    return new Part(
        replica.word(),
        program.version(),
        port,
        program.aotCache().applied(program.java()).command(),
        environment(replica),
        Readiness.answering(port, "/readyz"),
        Part.StopSignal.TERM);
  }

  private int port(Replica replica) {
    boolean usualDoor = replica.service() == Service.GATEWAY && replica.isFirst();
    return usualDoor ? options.port() : port(replica.word());
  }

  Map<String, String> environment(Replica replica) {
    Service service = replica.service();
    Map<String, String> variables = new HashMap<>();
    variables.put("SERVER_PORT", String.valueOf(port(replica)));
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(port(replica.managementPort())));
    variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    variables.put("HOLDFAST_KAFKA", instance.kafka());
    variables.put("HOLDFAST_ISSUER", instance.issuer());
    variables.put("HOLDFAST_JWKS", instance.issuer() + "/oauth2/jwks");
    variables.put("HOLDFAST_CLOCK_FILE", instance.state().clock().toString());
    variables.put("HOLDFAST_PUBLIC_URL", console());
    variables.putAll(database());
    variables.put("HOLDFAST_DB_APP_PASSWORD", roles.password(service.word(), "app"));
    if (service != Service.GATEWAY) {
      variables.put(
          "HOLDFAST_DB_BACKGROUND_PASSWORD", roles.password(service.word(), "background"));
    }
    if (service == Service.NOTIFICATION) {
      variables.put("HOLDFAST_SMTP_HOST", "127.0.0.1");
      variables.put("HOLDFAST_SMTP_PORT", String.valueOf(port(PartNames.MAIL)));
      variables.put("HOLDFAST_MAIL_FROM", "holdfast@larkfield.example");
      variables.put("HOLDFAST_EGRESS_ALLOW", String.join(",", options.egress()));
    }
    if (service == Service.GATEWAY) {
      variables.put("HOLDFAST_OIDC_CLIENT_ID", "holdfast-console");
      variables.put("HOLDFAST_OIDC_CLIENT_SECRET", instance.secrets().of("provider.console"));
      for (Service behind : Service.behindTheGateway()) {
        variables.put("HOLDFAST_" + behind.name() + "_URL", addresses(behind));
      }
    }
    variables.putAll(options.settings());
    return variables;
  }

  private String addresses(Service service) {
    return Replica.of(service, options.instances()).stream()
        .map(replica -> "http://127.0.0.1:" + port(replica))
        .collect(Collectors.joining(","));
  }

  /** What the migration of a service needs; the service itself never sees the owner's password. */
  Map<String, String> migration(Service service) {
    Map<String, String> variables = new HashMap<>(database());
    variables.put("HOLDFAST_DB_OWNER_PASSWORD", roles.password(service.word(), "owner"));
    return variables;
  }

  private Map<String, String> database() {
    return Map.of(
        "HOLDFAST_DB_HOST", "127.0.0.1",
        "HOLDFAST_DB_PORT", String.valueOf(port(PartNames.POSTGRESQL)),
        "HOLDFAST_DB_NAME", "holdfast");
  }

  static JavaProgram own(Class<?> main, int heapMegabytes) {
    return JavaProgram.ofClass(main.getName(), OWN_CLASS_PATH, heapMegabytes);
  }

  private String console() {
    return "http://localhost:" + options.port();
  }

  private int port(String name) {
    return instance.ports().of(name);
  }

  /** The parts that listen where nobody but other parts looks. */
  public static List<String> portNames(int instances) {
    return Stream.concat(
            PartNames.all(instances).stream().filter(name -> !name.equals(Service.GATEWAY.word())),
            Stream.concat(
                Stream.of("kafka.controller"),
                Arrays.stream(Service.values())
                    .flatMap(service -> Replica.of(service, instances).stream())
                    .map(Replica::managementPort)))
        .toList();
  }

  private static String version(Class<?> of) {
    String version = of.getPackage().getImplementationVersion();
    return version == null ? "0.1.0-SNAPSHOT" : version;
  }
}
