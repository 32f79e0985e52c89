package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fit.Company;
import io.holdfast.scoring.fit.Fit;
import io.holdfast.scoring.fit.Newcomer;
import io.holdfast.tenancy.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is told of accounts, and how they fit the profile in force. */
public interface AccountFits {

  record Told(String account, Company company) {}

  record Checked(String account, Fit fit) {}

  /** Of those that are known. */
  Flux<Told> told(TenantId tenant, Collection<String> accounts);

  /** The next accounts of the tenant, in the order of their ids. */
  Flux<Told> toldAfter(TenantId tenant, String account, int most);

  Mono<Void> keep(TenantId tenant, int version, List<Checked> checked);

  /**
   * Accounts whose day 0 was at least so many days before today, and whether they left within as
   * many of it. An account that was never judged is not among them.
   *
   * @param visible only these; empty means all
   */
  Flux<Newcomer> newcomers(
      TenantId tenant, LocalDate today, int days, Optional<Set<String>> visible);
}
