package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.Use;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The pictures of all accounts. Only ever added to. */
public interface AccountPictures {

  /**
   * An account's picture with all its facts and its use from {@code since} on; of earlier use only
   * the first, so that it is known that there was some.
   */
  Mono<AccountPicture> of(TenantId tenant, String account, Instant since);

  /** Adds use; the same event of an account has no second effect. */
  Mono<Void> addUse(TenantId tenant, List<AccountUse> uses);

  /** Adds versions of facts; the same version has no second effect. */
  Mono<Void> addFacts(TenantId tenant, List<AccountFact> facts);

  record AccountUse(String account, String event, Use use) {}

  /**
   * @param version told from other versions of the same fact by it
   */
  record AccountFact(String account, String version, Recorded fact) {}
}
