package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** A service that keeps something of accounts, two of which may turn out to be one. */
public interface Mergeable {

  /**
   * What is kept of one account is the other's from now on. Inside one transaction of the tenant,
   * in which no message of it is handled. Messages about the first that come later are given as the
   * second's, so this is called once for each account that is no more, in whatever order merges are
   * heard of; {@code into} is what that account is by now, merged into none itself.
   */
  Mono<Void> merge(TenantId tenant, String from, String into);
}
