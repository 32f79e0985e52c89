package io.holdfast.tenancy.changing;

import reactor.core.publisher.Mono;

/**
 * Takes part in every change a request makes: told in the request's transaction, after its handler
 * and before the commit. When it fails, nothing of the change stays. A repeat that is answered with
 * what was stored changes nothing and is not told of.
 */
public interface ChangeParticipant {
  Mono<Void> beforeCommit(Change change);
}
