package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * A service whose projections can be made anew from the archive. As long as a tenant's are, nothing
 * may be judged or announced of it that is worked out from half of them.
 */
public interface Rebuildable {
  /**
   * Topics to be fed from, and the consumer that handles what stands on each. Messages count anew
   * for these consumers, and for no other: a consumer that decides is not named here.
   */
  Map<String, String> consumersByTopic();

  /**
   * Empties what is worked out from messages, never what was decided, and holds back judgements.
   * Inside one transaction of the tenant, in which no message of it is handled.
   */
  Mono<Void> empty(TenantId tenant);

  /** Everything has been fed: judges the present once. Inside one transaction of the tenant. */
  Mono<Void> resume(TenantId tenant);
}
