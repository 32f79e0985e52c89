package io.holdfast.local.platform;

import io.holdfast.local.Refusal;
import io.holdfast.local.broker.Topics;
import io.holdfast.local.postgres.PostgresServer;
import io.holdfast.local.process.Errand;
import io.holdfast.local.process.JavaProgram;
import io.holdfast.local.process.Keeper;
import io.holdfast.local.process.Part;
import io.holdfast.local.state.KeptValues;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts the parts in the order in which they need each other, and stops them in reverse. */
public final class Supervisor {

  private static final int HOPELESS = 4;
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Instance instance;
  private final Options options;
  private final Parts parts;
  private final Progress progress;
  private final List<Keeper> keepers = new ArrayList<>();
  private final List<Program> programs = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  public Supervisor(Instance instance, Options options, Progress progress) {
    this.instance = instance;
    this.options = options;
    this.parts = new Parts(instance, options);
    this.progress = progress;
  }

  /** Returns when every part answers. */
  public void start() throws InterruptedException {
    SideBySide start = new SideBySide();
    CompletableFuture<Void> database = start.begin(this::startDatabase);
    CompletableFuture<Void> broker = start.begin(this::startBroker);
    CompletableFuture<Void> provider =
        start.begin(
            () -> {
              untilReady(keep(parts.mail()));
              untilReady(keep(parts.provider()));
            });
    CompletableFuture<Void> data = CompletableFuture.allOf(database, broker);
    CompletableFuture<Void> door = CompletableFuture.allOf(database, provider);
    for (Service service : Service.values()) {
      CompletableFuture<Void> unpacked =
          start.begin(() -> programs.add(Program.unpack(service, instance)));
      start.after(
          CompletableFuture.allOf(unpacked, service == Service.GATEWAY ? door : data),
          () -> startService(program(service)));
    }
    start.await();
  }

  /** All that was started here ends; what was not is left alone. */
  public void stop() {
    List<Keeper> running;
    synchronized (keepers) {
      stopped = true;
      running = keepers.reversed().stream().toList();
    }
    List<String> foundations = List.of(PartNames.KAFKA, PartNames.POSTGRESQL);
    stopAll(running.stream().filter(k -> !foundations.contains(k.part().name())).toList());
    stopAll(running.stream().filter(k -> foundations.contains(k.part().name())).toList());
  }

  /** Work for the next start, done in the background of this run. */
  public void startFasterNextTime() throws InterruptedException {
    for (Program program : programs) {
      train(
          program.aotCache(), program.java(), parts.environment(new Replica(program.service(), 1)));
    }
    train(
        parts.providerCache(),
        parts.providerProgram(),
        parts.providerEnvironment(instance.ports().of(PartNames.PROVIDER)));
  }

  private void train(AotCache cache, JavaProgram program, Map<String, String> environment)
      throws InterruptedException {
    if (!stopped && !cache.exists()) {
      cache.make(program, environment, instance.errand("training"));
    }
  }

  private static void stopAll(List<Keeper> keepers) {
    List<Thread> stopping =
        keepers.stream().map(keeper -> Thread.ofPlatform().start(keeper::stop)).toList();
    for (Thread thread : stopping) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void startDatabase() throws InterruptedException {
    PostgresServer server = parts.postgres();
    server.initialise();
    untilReady(keep(server.part()));
    parts.roles().create(server, Arrays.stream(Service.values()).map(Service::word).toList());
  }

  private void startBroker() throws InterruptedException {
    untilReady(keep(parts.kafka()));
    Topics.declare(instance.kafka());
  }

  private void startService(Program program) throws InterruptedException {
    migrate(program);
    List<Keeper> replicas =
        Replica.of(program.service(), options.instances()).stream()
            .map(replica -> keep(parts.service(program, replica)))
            .toList();
    for (Keeper replica : replicas) {
      untilReady(replica);
    }
  }

  private Program program(Service service) {
    return programs.stream().filter(p -> p.service() == service).findFirst().orElseThrow();
  }

  private void migrate(Program program) throws InterruptedException {
    Service service = program.service();
    KeptValues done = instance.state().done();
    String name = "migrated." + service.word();
    if (done.get(name).filter(program.key()::equals).isPresent()) {
      return;
    }
    Errand migration = instance.errand(service.word() + "-migration");
    try {
      int outcome = migration.run(program.java().command("--migrate"), parts.migration(service));
      if (outcome != 0) {
        throw new Refusal(
            "The schema of %s cannot be migrated; the log tells why: %s."
                .formatted(service.word(), migration.log()));
      }
    } catch (IOException e) {
      throw new Refusal("The schema of %s cannot be migrated: %s.".formatted(service.word(), e), e);
    }
    done.put(name, program.key());
  }

  private Keeper keep(Part part) {
    synchronized (keepers) {
      if (stopped) {
        throw new Refusal("Stopped while starting.");
      }
      Keeper keeper = new Keeper(part, instance.state(), progress::say);
      keepers.add(keeper);
      return keeper.start();
    }
  }

  private void untilReady(Keeper keeper) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!keeper.ready()) {
      if (keeper.failures() >= HOPELESS || System.nanoTime() > deadline) {
        String name = keeper.part().name();
        throw new Refusal(
            "%s does not start; its log tells why: %s."
                .formatted(name, instance.state().log(name)));
      }
      Thread.sleep(100);
    }
    progress.say(keeper.part().name() + " " + keeper.part().version() + " is up");
  }
}
