package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells the other services what changed. */
public interface Announcements {

  Mono<Void> announce(TenantId tenant, List<Verdict> verdicts);
}
