package io.holdfast.tenancy.editing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Edits of one thing follow each other, so that of two who read the same only one can change it. A
 * thing's {@code ETag} is the digest of its content.
 */
public final class Edits {
  private static final int BYTES = 18;

  private final DatabaseClient database;
  private final JsonMapper json;

  public Edits(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** An answer with the thing and its {@code ETag}. */
  public <T> ResponseEntity<T> tagged(T thing) {
    return tagged(thing, thing);
  }

  /**
   * @param content what of the answer can be edited, when that is not all of it
   */
  public <T> ResponseEntity<T> tagged(T answer, Object content) {
    return ResponseEntity.ok().eTag(tag(content)).body(answer);
  }

  /**
   * Changes a thing on the terms asked for, inside the tenant's transaction.
   *
   * @param thing names it within the tenant, for example {@code person/ana@example.com}; edits of
   *     the same name wait for each other
   * @param current what {@link #tagged} is given for it, read so that nobody else can change it
   *     ({@code for update}); empty when it is not there
   * @throws io.holdfast.tenancy.Problem 412 when the terms are not met
   */
  public <T> Mono<T> edit(
      Conditions terms,
      String thing,
      Supplier<? extends Mono<?>> current,
      Supplier<Mono<T>> change) {
    return held(thing)
        .then(Mono.<Object>defer(current::get).map(this::tag))
        .map(tag -> terms.objectionTo(tag))
        .switchIfEmpty(Mono.fromSupplier(terms::objectionToMaking))
        .flatMap(objection -> objection.isPresent() ? Mono.error(objection.get()) : change.get());
  }

  private Mono<Void> held(String thing) {
    return database
        .sql(
            """
            select pg_advisory_xact_lock(
              hashtextextended('edit|' || current_setting('app.tenant') || '|' || $1, 0))
            """)
        .bind(0, thing)
        .then();
  }

  /** The {@code ETag} of a thing, for an answer that is made otherwise. */
  public String tag(Object content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES))
          + '"';
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
