package io.holdfast.notification.web;

import io.holdfast.notification.appointing.AllowPerson;
import io.holdfast.notification.appointing.AppointPerson;
import io.holdfast.notification.appointing.Appointed;
import io.holdfast.notification.appointing.People;
import io.holdfast.notification.listing.PersonList;
import io.holdfast.notification.person.AccessChange;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.access.Roles;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People", description = "Who works with the accounts, and in which role")
class PeopleController {

  private static final String ADMINISTER = "platform:admin";

  private final PersonList list;
  private final People people;
  private final AppointPerson appoint;
  private final AllowPerson allow;
  private final Edits edits;
  private final TenantTransactions transactions;

  PeopleController(
      PersonList list,
      People people,
      AppointPerson appoint,
      AllowPerson allow,
      Edits edits,
      TenantTransactions transactions) {
    this.list = list;
    this.people = people;
    this.appoint = appoint;
    this.allow = allow;
    this.edits = edits;
    this.transactions = transactions;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Paged
  @Operation(summary = "List people", description = "By name. Sort keys: `name`, `email`.")
  Mono<Page<PersonView>> list(Principal principal, @Parameter(hidden = true) ListQuery query) {
    return transactions
        .run(principal.wholeTenant(), () -> list.page(query.page("name", PersonList.SORTINGS)))
        .map(Pages.of(PersonView::of));
  }

  @GetMapping("/{email}")
  @RequiresScope("channels:read")
  @Editable
  @Operation(summary = "One person")
  Mono<ResponseEntity<PersonView>> one(Principal principal, @PathVariable String email) {
    TenantId tenant = principal.wholeTenant();
    return EmailAddress.parse(email)
        .map(address -> transactions.run(tenant, () -> people.byEmail(address)))
        .orElseGet(Mono::empty)
        .map(PersonView::of)
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> Ids.missing("person", email)));
  }

  @PutMapping("/{email}")
  @RequiresScope("channels:write")
  @Operation(
      summary = "Add or change a person",
      description =
          "Other services are told the person's id, roles and time zone, no more. `active` and"
              + " `accessRoles` take effect with the person's next request, in every service, and"
              + " need the scope `platform:admin` as well. Once set, `accessRoles` are given up by"
              + " `DELETE /api/v1/people/{email}/access-roles`.")
  Mono<ResponseEntity<PersonView>> put(
      Principal principal,
      Conditions terms,
      @PathVariable String email,
      @RequestBody PersonRequest request) {
    Person person = request.as(address(email));
    AccessChange access = request.access();
    mayDecide(principal, person.email(), access);
    return transactions
        .run(
            principal.wholeTenant(),
            () ->
                edits.edit(
                    terms,
                    "person/" + person.email().value(),
                    () -> people.byEmail(person.email()).map(PersonView::of),
                    () -> appoint.as(principal.tenant(), person, access)))
        .map(PeopleController::view)
        .map(edits::tagged);
  }

  @DeleteMapping("/{email}/access-roles")
  @RequiresScope(ADMINISTER)
  @Operation(
      summary = "Let a person's tokens decide again",
      description =
          "Takes `accessRoles` back: what the person may do follows from the roles of their token,"
              + " with their next request, in every service. `active` stays as it is.")
  Mono<ResponseEntity<PersonView>> asTokensSay(
      Principal principal, Conditions terms, @PathVariable String email) {
    TenantId tenant = principal.wholeTenant();
    EmailAddress who = address(email);
    if (isOwn(principal, who)) {
      throw ownAccess();
    }
    return transactions
        .run(
            tenant,
            () ->
                edits.edit(
                    terms,
                    "person/" + who.value(),
                    () -> people.byEmail(who).map(PersonView::of),
                    () ->
                        people
                            .byEmail(who)
                            .flatMap(
                                known -> allow.to(tenant, known, known.access().asTokensSay()))))
        .map(PersonView::of)
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> Ids.missing("person", email)));
  }

  private static void mayDecide(Principal principal, EmailAddress who, AccessChange access) {
    if (access.isEmpty()) {
      return;
    }
    if (!principal.may(ADMINISTER)) {
      throw Problem.forbidden(
              "missing_scope",
              "To change 'active' or 'accessRoles' needs the scope " + ADMINISTER + " as well.")
          .with("requiredScope", ADMINISTER);
    }
    if (isOwn(principal, who) && access.takesRole(Roles.ADMIN)) {
      throw ownAccess();
    }
  }

  private static boolean isOwn(Principal principal, EmailAddress who) {
    return Stream.concat(principal.email().stream(), Stream.of(principal.subject()))
        .anyMatch(who.value()::equalsIgnoreCase);
  }

  private static Problem ownAccess() {
    return Problem.unprocessable(
        "own_access",
        "Nobody can switch themselves off or give up the role admin; ask another administrator.");
  }

  private static PersonView view(Appointed appointed) {
    return switch (appointed) {
      case Appointed.As as -> PersonView.of(as.person());
      case Appointed.NobodyToStandIn nobody ->
          throw Field.wrong(
              "unknown_" + nobody.part(),
              nobody.part(),
              "'%s' is nobody else among the people; add that person first"
                  .formatted(nobody.email().value()));
      case Appointed.ReportsInACircle circle ->
          throw Field.wrong(
              "invalid_manager",
              "manager",
              "'%s' reports to the person itself".formatted(circle.manager().value()));
    };
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () -> Problem.badRequest("invalid_address", "'" + text + "' is no e-mail address"));
  }
}
