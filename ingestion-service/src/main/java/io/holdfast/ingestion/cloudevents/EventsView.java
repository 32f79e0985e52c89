package io.holdfast.ingestion.cloudevents;

import java.util.List;

/** The answer to one request, event by event in the order sent. */
record EventsView(int accepted, List<EventView> results) {
  static EventsView of(List<EventView> results) {
    long accepted = results.stream().filter(result -> result.code() == null).count();
    return new EventsView((int) accepted, results);
  }
}
