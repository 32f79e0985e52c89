package io.holdfast.probe;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.Intake;
import io.holdfast.messaging.Mergeable;
import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.SeveralTransactions;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.repeating.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The smallest service that uses every mechanism of the platform. */
@SpringBootApplication
public class ProbeService {
  static void main(String[] args) {
    SpringApplication.run(ProbeService.class, args);
  }

  record Note(String text) {}

  /** Several that came together. */
  record Several(List<String> texts) {
    static final String TYPE = "probe.notes.v1";
  }

  @Bean
  Notes notes(DatabaseClient database, Outbox outbox) {
    return new Notes(database, outbox);
  }

  @Bean
  Consumer<Message<List<byte[]>>> facts(Intake intake, Notes notes, Cures cures) {
    return intake.consumer("facts", new NotesHandler(notes, cures));
  }

  @Bean
  Mergeable accountsThatAreOne(Notes notes) {
    return (tenant, from, into) -> notes.write(tenant, from + " is " + into);
  }

  @Bean
  Cures cures() {
    return new Cures(ConcurrentHashMap.newKeySet());
  }

  /** Poison that harms no more, as if the fault in the service had been mended. */
  record Cures(Set<String> texts) {}

  @Bean
  TimerHandler noteTimer(Notes notes) {
    return new TimerHandler() {
      @Override
      public String kind() {
        return "note";
      }

      @Override
      public Mono<Void> fire(FiredTimer timer) {
        return notes.write(timer.tenant(), "timer " + timer.payload());
      }
    };
  }

  @Bean
  TimerHandler choirTimer(Notes notes) {
    return new Choir(notes);
  }

  /** Timers that sing together, unless one cannot sing. */
  record Choir(Notes notes) implements TimerHandler {
    @Override
    public String kind() {
      return "choir";
    }

    @Override
    public int together() {
      return 4;
    }

    @Override
    public Mono<Void> fire(FiredTimer timer) {
      return fireTogether(timer.tenant(), List.of(timer));
    }

    @Override
    public Mono<Void> fireTogether(TenantId tenant, List<FiredTimer> timers) {
      String keys = timers.stream().map(FiredTimer::key).collect(Collectors.joining("+"));
      return notes
          .write(tenant, "sung by " + keys)
          .then(
              keys.contains("mute")
                  ? Mono.error(new IllegalStateException("one cannot sing"))
                  : Mono.empty());
    }
  }

  /** Writes rows and tells about them. */
  static final class Notes {
    private final DatabaseClient database;
    private final Outbox outbox;

    Notes(DatabaseClient database, Outbox outbox) {
      this.database = database;
      this.outbox = outbox;
    }

    Mono<Void> write(TenantId tenant, String text) {
      return database
          .sql("insert into note (tenant_id, text) values ($1, $2)")
          .bind(0, tenant.value())
          .bind(1, text)
          .then()
          .then(
              outbox.append(
                  new OutgoingMessage(
                      "holdfast.health",
                      tenant,
                      "acme",
                      "probe.noted.v1",
                      Instant.EPOCH,
                      Map.of("text", text),
                      Map.of("mood", "good"))));
    }

    Flux<String> all() {
      return database
          .sql("select text from note order by id")
          .map(row -> row.get(0, String.class))
          .all();
    }
  }

  /** Fails for notes that say so. */
  record NotesHandler(Notes notes, Cures cures) implements MessageHandler {
    private static final String FACT = "ingestion.fact-recorded.v1";

    @Override
    public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
      return Flux.fromIterable(messages)
          .filter(
              message -> !message.type().startsWith("ingestion.") || message.type().equals(FACT))
          .concatMapIterable(this::texts)
          .concatMap(text -> slowly(text).then(notes.write(tenant, text)))
          .then();
    }

    @Override
    public List<byte[]> parts(ReceivedMessage message) {
      return message.type().equals(Several.TYPE)
          ? message.as(Several.class).texts().stream()
              .map(text -> "{\"texts\":[\"%s\"]}".formatted(text).getBytes(StandardCharsets.UTF_8))
              .toList()
          : List.of();
    }

    private List<String> texts(ReceivedMessage message) {
      return message.type().equals(Several.TYPE)
          ? message.as(Several.class).texts().stream().map(this::unlessPoison).toList()
          : List.of(text(message));
    }

    /** A note may say how long writing it takes. */
    private static Mono<Void> slowly(String text) {
      return text.startsWith("slow ")
          ? Mono.delay(Duration.ofMillis(Long.parseLong(text.split(" ")[1]))).then()
          : Mono.empty();
    }

    private String text(ReceivedMessage message) {
      String text = unlessPoison(message.as(Note.class).text());
      return message.type().equals(FACT) ? text + of(message) : text;
    }

    private String unlessPoison(String text) {
      if (text.startsWith("poison") && !cures.texts().contains(text)) {
        throw new IllegalArgumentException("this note cannot be written");
      }
      return text;
    }

    private static String of(ReceivedMessage message) {
      String before = message.extensions().get("toldof");
      return " of " + message.subject() + (before == null ? "" : ", told of " + before);
    }
  }

  @RestController
  static class NotesController {
    private final Notes notes;
    private final TenantTransactions tenants;

    NotesController(Notes notes, TenantTransactions tenants) {
      this.notes = notes;
      this.tenants = tenants;
    }

    @GetMapping("/api/notes")
    @RequiresScope("accounts:read")
    Mono<Page<String>> list(Principal principal, ListQuery query) {
      PageQuery page = query.page("text", Set.of("text"));
      return tenants.stream(principal.tenant(), notes::all)
          .collectList()
          .map(texts -> page.page(texts, text -> new PageQuery.Position(text, text)));
    }

    @PostMapping("/api/notes")
    @RequiresScope("accounts:write")
    Mono<Void> add(Principal principal, @RequestBody Note note) {
      return tenants.run(principal.tenant(), () -> notes.write(principal.tenant(), note.text()));
    }

    @PostMapping("/api/notes/{id}/forgetful")
    @SeveralTransactions
    @RequiresScope("accounts:write")
    Mono<ResponseEntity<String>> forgetful(@PathVariable String id) {
      return switch (id) {
        case "wrong" -> Mono.error(Problem.unprocessable("wrong", "this one is wrong"));
        case "again" ->
            Mono.just(ResponseEntity.ok().header(IdempotencyKey.REPLAYED, "true").body("done"));
        default -> Mono.just(ResponseEntity.ok("done"));
      };
    }

    @GetMapping("/api/forgotten")
    Mono<String> forgotten() {
      return Mono.just("open");
    }

    @GetMapping({"/api/accounts/{id}/echo", "/api/v1/accounts/{id}/echo"})
    @RequiresScope("accounts:read")
    Mono<Map<String, String>> echo(@PathVariable String id) {
      return Mono.just(Map.of("id", id));
    }

    @GetMapping("/api/notes/{id}")
    @RequiresScope("accounts:read")
    Mono<String> broken(@PathVariable UUID id) {
      return Mono.error(new IllegalStateException("secret " + id));
    }
  }
}
