package io.holdfast.notification.telling;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.play.Step.Role;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Alerts that wait for the next digest. */
public interface Digests {

  /** Adds one, and has the digest sent once nothing more comes for a while. */
  Mono<Void> add(TenantId tenant, Alert alert, UUID run, List<Role> to);

  /** Takes out all that are still open. */
  Flux<Waiting> take();

  /** One alert of a digest, and the run that told it. */
  record Waiting(Alert alert, UUID run, List<Role> to) {
    public Waiting {
      to = List.copyOf(to);
    }

    public boolean isMuted() {
      return alert.mutedBy() != null;
    }
  }
}
