package io.holdfast.scoring.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.publishing.ModelVersions.Publication;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** What drafts and versions promise, whoever keeps them. */
interface ModelPortsContract {

  Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  TenantId tenant();

  /** All that the work gives, done in one transaction of the tenant. */
  <T> List<T> all(Publisher<T> work);

  ModelDrafts drafts();

  ModelVersions versions();

  @Test
  default void aDraftIsFoundAsItWasKeptLast() {
    ModelDraft first = new ModelDraft(UUID.randomUUID(), "{\"a\":1}", NOON, "ada");
    ModelDraft second = new ModelDraft(first.id(), "{\"a\":2}", NOON.plusSeconds(9), "bo");
    all(drafts().keep(tenant(), first));
    all(drafts().keep(tenant(), second));

    assertThat(all(drafts().find(tenant(), first.id()))).containsExactly(second);
  }

  @Test
  default void draftsAreToldNewestFirst() {
    ModelDraft older = new ModelDraft(UUID.randomUUID(), "{}", NOON, "ada");
    ModelDraft newer = new ModelDraft(UUID.randomUUID(), "{}", NOON.plusSeconds(1), "ada");
    all(drafts().keep(tenant(), older));
    all(drafts().keep(tenant(), newer));

    assertThat(all(drafts().all(tenant()))).containsExactly(newer, older);
  }

  @Test
  default void aDiscardedDraftIsGone() {
    ModelDraft draft = new ModelDraft(UUID.randomUUID(), "{}", NOON, "ada");
    all(drafts().keep(tenant(), draft));
    all(drafts().discard(tenant(), draft.id()));

    assertThat(all(drafts().find(tenant(), draft.id()))).isEmpty();
  }

  @Test
  default void versionsOfEachModelAreCountedByThemselves() {
    all(versions().add(tenant(), new Publication("one", 1, "{}", NOON, "ada", "first")));
    all(versions().add(tenant(), new Publication("one", 2, "{}", NOON, "ada", "second")));

    assertThat(all(versions().next(tenant(), "one"))).containsExactly(3);
    assertThat(all(versions().next(tenant(), "other"))).containsExactly(1);
  }
}
