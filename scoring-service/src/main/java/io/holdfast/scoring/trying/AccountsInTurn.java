package io.holdfast.scoring.trying;

import io.holdfast.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All accounts of a tenant, some at a time. */
public interface AccountsInTurn {

  Mono<Integer> count(TenantId tenant);

  /**
   * The next accounts in the order of their ids.
   *
   * @param last where to go on; null to begin
   */
  Flux<Member> after(TenantId tenant, @Nullable String last, int most);

  record Member(String account, @Nullable String industry, @Nullable String country) {

    @Nullable String segment(@Nullable SegmentBy by) {
      return by == null
          ? null
          : switch (by) {
            case INDUSTRY -> industry;
            case COUNTRY -> country;
          };
    }
  }
}
