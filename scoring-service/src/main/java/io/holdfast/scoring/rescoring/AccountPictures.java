package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.Use;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pictures of all accounts. Only ever added to, but for people who are forgotten. */
public interface AccountPictures {

  /**
   * The pictures of accounts, one each, a few read at a time. A picture has all facts and the use
   * from {@code since} on; of earlier use only the first, so that it is known that there was some.
   */
  Flux<Pictured> of(TenantId tenant, Collection<String> accounts, Instant since);

  /** Adds use; the same event of an account has no second effect. */
  Mono<Void> addUse(TenantId tenant, List<AccountUse> uses);

  /** Adds versions of facts; the same version has no second effect. */
  Mono<Void> addFacts(TenantId tenant, List<AccountFact> facts);

  /**
   * Notes which names are one person's; saying it again has no second effect. Waits for whoever
   * notes use by somebody not seen before, so that one of the two sees the other.
   *
   * @return the accounts in which one of the names was seen
   */
  Flux<String> join(TenantId tenant, List<SamePerson> people);

  /**
   * Names people otherwise in all they used, and takes the words out of facts about them. The only
   * change to what was added: people may ask for it.
   *
   * @param facts the keys of those facts
   */
  Mono<Void> forget(
      TenantId tenant, Collection<String> people, String instead, Collection<String> facts);

  record Pictured(String account, AccountPicture picture) {}

  record AccountUse(String account, String event, Use use) {}

  /**
   * @param version told from other versions of the same fact by it
   */
  record AccountFact(String account, String version, Recorded fact) {}
}
