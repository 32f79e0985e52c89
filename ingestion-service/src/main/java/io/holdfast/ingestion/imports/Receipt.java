package io.holdfast.ingestion.imports;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.changing.Change;
import io.holdfast.tenancy.repeating.Answer;
import io.holdfast.tenancy.repeating.IdempotencyKey;
import io.holdfast.tenancy.repeating.KeyedRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who sends a file, how it is to be read, and the key it is sent under, if any.
 *
 * @param address with the query, which says how to read it
 */
record Receipt(Principal principal, ImportWish wish, Optional<IdempotencyKey> key, URI address) {
  static final String ROUTE = "/api/v1/imports";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Receipt of(Principal principal, ImportWish wish, ServerHttpRequest request) {
    return new Receipt(principal, wish, IdempotencyKey.of(request.getHeaders()), request.getURI());
  }

  /** The request once its body has come, if it bears a key. */
  Optional<KeyedRequest> keyed(Pieces body) {
    return key.map(
        given ->
            new KeyedRequest(
                principal, HttpMethod.POST + " " + ROUTE, given, address, body.digest()));
  }

  Change change() {
    return new Change(principal, HttpMethod.POST, ROUTE, Map.of(), HttpStatus.ACCEPTED);
  }

  static Answer answer(ImportView view) {
    return new Answer(HttpStatus.ACCEPTED.value(), Map.of(), JSON.writeValueAsBytes(view));
  }

  static ImportView view(Answer answer) {
    return JSON.readValue(answer.body(), ImportView.class);
  }

  /** What the sender is told: the import begun by this file, or by the same one sent before. */
  record Given(ImportView view, boolean before) {}
}
