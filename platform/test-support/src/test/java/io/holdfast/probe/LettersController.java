package io.holdfast.probe;

import io.holdfast.probe.ProbeService.Notes;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.changing.Change;
import io.holdfast.tenancy.changing.ChangeParticipant;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Changing routes that end in every way a request can end. */
@RestController
class LettersController {
  private final Notes notes;
  private final TenantTransactions tenants;
  private final Gates gates;

  LettersController(Notes notes, TenantTransactions tenants, Gates gates) {
    this.notes = notes;
    this.tenants = tenants;
    this.gates = gates;
  }

  record Letter(String text) {}

  record Posted(String box, String secret) {}

  /** What a request waits for that was told to. */
  @Component
  static class Gates {
    private final Map<String, Sinks.Empty<Void>> gates = new ConcurrentHashMap<>();

    Sinks.Empty<Void> of(String text) {
      return gates.computeIfAbsent(text, _ -> Sinks.empty());
    }
  }

  /** Notes each change; what is sent to the box "deaf" it cannot hear. */
  @Component
  record Postmark(Notes notes) implements ChangeParticipant {
    @Override
    public Mono<Void> beforeCommit(Change change) {
      if (!change.route().startsWith("/api/letters")) {
        return Mono.empty();
      }
      if ("deaf".equals(change.variables().get("box"))) {
        return Mono.error(new IllegalStateException("not heard"));
      }
      String told =
          "%s %s %s"
              .formatted(change.principal().subject(), change.route(), change.outcome().value());
      return notes.write(change.principal().tenant(), told);
    }
  }

  @PostMapping("/api/letters/{box}")
  @RequiresScope("accounts:write")
  Mono<ResponseEntity<Posted>> post(
      Principal principal, @PathVariable String box, @RequestBody Letter letter) {
    return written(principal, letter.text()).then(Mono.defer(() -> ending(principal, box, letter)));
  }

  private Mono<ResponseEntity<Posted>> ending(Principal principal, String box, Letter letter) {
    return switch (box) {
      case "refused" -> Mono.error(Problem.unprocessable("unwanted", "The letter is not wanted"));
      case "broken" -> Mono.error(new IllegalStateException("broken"));
      case "returned" -> Mono.just(ResponseEntity.status(409).body(new Posted(box, "none")));
      case "empty" -> Mono.just(ResponseEntity.noContent().build());
      case "gated" -> gates.of(letter.text()).asMono().then(Mono.defer(() -> posted(box)));
      case "twice" ->
          written(principal, letter.text() + " again").then(Mono.defer(() -> posted(box)));
      default -> posted(box);
    };
  }

  private Mono<Void> written(Principal principal, String text) {
    return tenants.run(principal.tenant(), () -> notes.write(principal.tenant(), text));
  }

  private static Mono<ResponseEntity<Posted>> posted(String box) {
    Posted posted = new Posted(box, UUID.randomUUID().toString());
    URI place = URI.create("/api/letters/" + box + "/" + posted.secret());
    return Mono.just(ResponseEntity.created(place).eTag("\"" + box + "\"").body(posted));
  }
}
