package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Tells the other services what was decided. */
public interface Announcements {

  Mono<Void> opened(TenantId tenant, Alert alert);

  Mono<Void> closed(TenantId tenant, Alert alert);

  Mono<Void> started(TenantId tenant, PlayRun run);

  Mono<Void> ended(TenantId tenant, PlayRun run);
}
