package io.holdfast.scoring.publishing;

import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import io.holdfast.scoring.publishing.ModelVersions.Publication;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Makes a draft the next version of its model, in force from now on: all accounts are judged by it
 * soon. The draft is gone; the version never changes. The number of a version that comes with
 * Holdfast is never given to another.
 */
public final class PublishModel {

  private final ModelDocuments documents;
  private final ModelDrafts drafts;
  private final ModelVersions versions;
  private final HearNews hearNews;
  private final Clock clock;

  public PublishModel(
      ModelDocuments documents,
      ModelDrafts drafts,
      ModelVersions versions,
      HearNews hearNews,
      Clock clock) {
    this.documents = documents;
    this.drafts = drafts;
    this.versions = versions;
    this.hearNews = hearNews;
    this.clock = clock;
  }

  /** Gives the version's id. */
  public Mono<String> publish(
      TenantId tenant, ModelDraft draft, Sound model, String reason, String by) {
    String key = model.model().key();
    return versions
        .next(tenant, key)
        .map(version -> Math.max(version, documents.shippedVersion(key) + 1))
        .map(version -> documents.numbered(model, version))
        .flatMap(
            numbered ->
                versions
                    .add(
                        tenant,
                        new Publication(
                            key,
                            numbered.model().version(),
                            numbered.document(),
                            clock.instant(),
                            by,
                            reason))
                    .then(drafts.discard(tenant, draft.id()))
                    .then(hearNews.ofSettings(tenant))
                    .thenReturn(numbered.model().id()));
  }
}
