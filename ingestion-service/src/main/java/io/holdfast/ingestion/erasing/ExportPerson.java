package io.holdfast.ingestion.erasing;

import io.holdfast.ingestion.erasing.PrivacyRequest.Kind;
import io.holdfast.ingestion.identity.People;
import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonalData;
import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes down everything held about a person. */
@Component
class ExportPerson implements TimerHandler {
  static final String KIND = "export-person";
  private static final int MOST = 50_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrivacyRequests requests;
  private final People people;
  private final List<PersonalData> places;
  private final Clock clock;

  ExportPerson(PrivacyRequests requests, People people, List<PersonalData> places, Clock clock) {
    this.requests = requests;
    this.people = people;
    this.places = places;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return requests
        .find(Kind.EXPORT, UUID.fromString(timer.key()))
        .flatMap(
            request ->
                people
                    .named(request.id(), request.email(), request.opaque())
                    .flatMap(person -> document(request, person)));
  }

  private Mono<Void> document(PrivacyRequest request, Person person) {
    ObjectNode document = JSON.createObjectNode();
    document.put("exportedAt", clock.instant().toString());
    ArrayNode ids = document.putArray("ids");
    person.ids().stream().sorted().forEach(ids::add);
    ArrayNode emails = document.putArray("emails");
    person.emails().stream().sorted().forEach(emails::add);
    document.put(
        "elsewhere",
        "Scoring holds the usage below by the same ids. No other service holds anything of a"
            + " contact.");
    ObjectNode held = document.putObject("held");
    ArrayNode cut = document.putArray("cut");
    Map<String, Long> found = new TreeMap<>();
    return Flux.fromIterable(places)
        .concatMap(
            place ->
                place
                    .export(person, MOST)
                    .collectList()
                    .doOnNext(
                        rows -> {
                          ArrayNode list = held.putArray(place.name());
                          rows.forEach(row -> list.add(JSON.readTree(row)));
                          found.put(place.name(), (long) rows.size());
                          if (rows.size() == MOST) {
                            cut.add(place.name());
                          }
                        }))
        .then(
            Mono.defer(
                () ->
                    requests.completed(
                        request.requestId(),
                        JSON.writeValueAsString(found),
                        document.toString(),
                        clock.instant())));
  }
}
