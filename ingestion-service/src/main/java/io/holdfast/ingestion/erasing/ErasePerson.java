package io.holdfast.ingestion.erasing;

import io.holdfast.ingestion.erasing.PrivacyRequest.Kind;
import io.holdfast.ingestion.identity.ErasedNames;
import io.holdfast.ingestion.identity.People;
import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonalData;
import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.erasing.EraseTraces;
import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.tenancy.sealing.Seal;
import io.holdfast.tenancy.sealing.Seals;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a person from all places in one transaction, remembers her by digests, and tells the other
 * services. Does so a second time a minute later: what was on its way the first time, in a
 * transaction or on another topic, has arrived by then.
 */
@Component
class ErasePerson implements TimerHandler {
  static final String KIND = "erase-person";
  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder TO_TEXT = Base64.getEncoder();

  private final PrivacyRequests requests;
  private final People people;
  private final ErasedNames erasedNames;
  private final List<PersonalData> places;
  private final EraseTraces traces;
  private final Seal seal;
  private final Outbox outbox;
  private final Timers timers;
  private final Clock clock;

  ErasePerson(
      PrivacyRequests requests,
      People people,
      ErasedNames erasedNames,
      List<PersonalData> places,
      EraseTraces traces,
      Seals seals,
      Outbox outbox,
      Timers timers,
      Clock clock) {
    this.requests = requests;
    this.people = people;
    this.erasedNames = erasedNames;
    this.places = places;
    this.traces = traces;
    this.seal = seals.of("holdfast people to be erased");
    this.outbox = outbox;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * What the others are told.
   *
   * @param contactIds all ids of the person
   * @param addresses digests: the addresses themselves were never told
   * @param opaqueId what stands for her in what stays counted
   * @param facts ids of facts whose free text goes
   */
  record Body(Set<String> contactIds, Set<String> addresses, String opaqueId, List<String> facts) {}

  /** The person as far as the first time found her, for the second. */
  record Names(Set<String> ids, Set<String> emails, Set<String> facts, Map<String, Long> found) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return requests
        .find(Kind.ERASURE, UUID.fromString(timer.key()))
        .flatMap(
            request -> timer.payload().isEmpty() ? first(timer, request) : second(timer, request));
  }

  private Mono<Void> first(FiredTimer timer, PrivacyRequest request) {
    return people
        .named(request.id(), request.email(), request.opaque())
        .flatMap(
            person ->
                erasedNames
                    .add(List.of(person.names()), request.opaque())
                    .then(facts(person))
                    .flatMap(
                        facts ->
                            erased(person)
                                .flatMap(
                                    found ->
                                        announced(timer.tenant(), person, facts)
                                            .then(
                                                requests.running(
                                                    request.requestId(),
                                                    JSON.writeValueAsString(found)))
                                            .then(again(timer, person, facts, found)))));
  }

  private Mono<Void> second(FiredTimer timer, PrivacyRequest request) {
    Names names = opened(timer);
    Person person = new Person(names.ids(), names.emails(), request.opaque());
    List<String> facts = List.copyOf(names.facts());
    return erased(person)
        .flatMap(
            more -> {
              Map<String, Long> found = new TreeMap<>(names.found());
              more.forEach((place, rows) -> found.merge(place, rows, Long::sum));
              return announced(timer.tenant(), person, facts)
                  .then(unsettled())
                  .flatMap(
                      open ->
                          open
                              ? again(timer, person, facts, found)
                              : requests.completed(
                                  request.requestId(),
                                  JSON.writeValueAsString(found),
                                  "",
                                  clock.instant()));
            });
  }

  private Mono<Void> again(
      FiredTimer timer, Person person, List<String> facts, Map<String, Long> found) {
    Names names = new Names(person.ids(), person.emails(), Set.copyOf(facts), found);
    return timers.set(
        timer.tenant(),
        KIND,
        timer.key(),
        clock.instant().plus(SETTLED),
        TO_TEXT.encodeToString(seal.close(JSON.writeValueAsString(names), timer.key())));
  }

  /** Those of a timer that was set before names were sealed stand there as they are. */
  private Names opened(FiredTimer timer) {
    String payload = timer.payload();
    return JSON.readValue(
        payload.startsWith("{")
            ? payload
            : seal.open(Base64.getDecoder().decode(payload), timer.key()),
        Names.class);
  }

  private Mono<Map<String, Long>> erased(Person person) {
    return Flux.fromIterable(places)
        .concatMap(place -> place.erase(person).map(rows -> Map.entry(place.name(), rows)))
        .concatWith(Flux.defer(() -> traces.of(traced(person)).flatMapIterable(Map::entrySet)))
        .collect(
            TreeMap::new,
            (found, place) -> found.merge(place.getKey(), place.getValue(), Long::sum));
  }

  private Mono<List<String>> facts(Person person) {
    return Flux.fromIterable(places)
        .concatMap(place -> place.facts(person))
        .collect(ArrayList::new, List::addAll);
  }

  private Mono<Boolean> unsettled() {
    return Flux.fromIterable(places)
        .concatMap(PersonalData::unsettled)
        .reduce(false, Boolean::logicalOr);
  }

  private static ErasedPerson traced(Person person) {
    return new ErasedPerson(
        person.ids(),
        Stream.concat(
                person.emails().stream(), person.ids().stream().filter(id -> id.contains("@")))
            .map(email -> ErasedPerson.digest(email, person.opaque()))
            .collect(Collectors.toSet()),
        person.opaque());
  }

  private Mono<Void> announced(TenantId tenant, Person person, List<String> facts) {
    ErasedPerson traced = traced(person);
    return outbox.append(
        new OutgoingMessage(
            "holdfast.facts",
            tenant,
            null,
            "ingestion.contact-erased.v1",
            clock.instant(),
            new Body(traced.ids(), traced.addresses(), traced.opaque(), facts),
            Map.of()));
  }
}
