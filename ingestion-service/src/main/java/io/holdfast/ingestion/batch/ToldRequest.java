package io.holdfast.ingestion.batch;

import io.holdfast.ingestion.batch.ToldEvent.Member;
import io.holdfast.ingestion.batch.ToldValue.Form;
import io.holdfast.ingestion.requests.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A request of the tracking API read in one pass, without a tree: its events, and what it says of
 * them all.
 */
final class ToldRequest {
  private final ToldEvent common = new ToldEvent();
  private Slice context = Slice.NOTHING;
  private Slice integrations = Slice.NOTHING;
  private @Nullable List<ToldEvent> events;
  private @Nullable ToldEvent only;
  private boolean object = true;

  /** A body that is one event. */
  static ToldRequest single(byte[] body, JsonParser json) {
    ToldEvent event = ToldEvent.read(body, json);
    ToldRequest request = new ToldRequest();
    request.object = event.isObject();
    request.events = List.of(event);
    request.only = event;
    return request;
  }

  /** A body with a list of events. */
  static ToldRequest list(byte[] body, JsonParser json) {
    ToldRequest request = new ToldRequest();
    request.object = json.currentToken() == JsonToken.START_OBJECT;
    if (!request.object) {
      Json.passOver(json);
      return request;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      request.member(body, json, json.currentName());
    }
    return request;
  }

  private void member(byte[] body, JsonParser json, String name) {
    switch (name) {
      case "batch" -> {
        json.nextToken();
        events = events(body, json);
      }
      case "context" -> {
        json.nextToken();
        int begin = ToldEvent.beginning(json);
        boolean shared = json.currentToken() == JsonToken.START_OBJECT;
        common.context(json);
        context = shared ? new Slice(body, begin, ToldEvent.end(json)) : Slice.NOTHING;
      }
      case "integrations" -> {
        json.nextToken();
        int begin = ToldEvent.beginning(json);
        boolean shared = json.currentToken() == JsonToken.START_OBJECT;
        Json.passOver(json);
        integrations = shared ? new Slice(body, begin, ToldEvent.end(json)) : Slice.NOTHING;
      }
      default -> common.member(json, name);
    }
  }

  private static @Nullable List<ToldEvent> events(byte[] body, JsonParser json) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      Json.passOver(json);
      return null;
    }
    List<ToldEvent> events = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      events.add(ToldEvent.read(body, json));
    }
    return events;
  }

  boolean isObject() {
    return object;
  }

  /** Absent when the body has no list of them. */
  @Nullable List<ToldEvent> events() {
    return events;
  }

  /** What is said of all events of a list. */
  ToldEvent common() {
    return common;
  }

  /** Where the body itself has it; absent when it is blank. */
  @Nullable String writeKey() {
    ToldValue key = (only == null ? common : only).get(Member.WRITE_KEY);
    return key.form() == Form.TEXT && !key.text().isBlank() ? key.text() : null;
  }

  /** What stands in each event's context unless that says otherwise; empty when it is no object. */
  Slice context() {
    return context;
  }

  Slice integrations() {
    return integrations;
  }
}
