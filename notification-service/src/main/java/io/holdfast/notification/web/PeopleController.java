package io.holdfast.notification.web;

import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People", description = "Who works with the accounts, and in which role")
class PeopleController {

  private final R2dbcDirectory directory;
  private final TenantTransactions transactions;

  PeopleController(R2dbcDirectory directory, TenantTransactions transactions) {
    this.directory = directory;
    this.transactions = transactions;
  }

  @Schema(name = "PersonRequest")
  record PersonRequest(
      @Nullable String name,
      @Schema(
              example = "[\"billing_owner\"]",
              description = "`billing_owner` is told of failed payments")
          @Nullable List<String> roles,
      @Schema(example = "Europe/Berlin", description = "Left out: UTC") @Nullable String timeZone) {

    Person as(EmailAddress email) {
      if (name == null || name.isBlank()) {
        throw ChannelRequest.wrong("invalid_name", "name", "'name' is needed");
      }
      List<String> given = roles == null ? List.of() : roles;
      for (String role : given) {
        if (!role.matches("[a-z][a-z_]{0,39}")) {
          throw ChannelRequest.wrong(
              "invalid_role", "roles", "'" + role + "' is no role; write it like billing_owner");
        }
      }
      return new Person(email, name.strip(), Set.copyOf(given), zone());
    }

    private ZoneId zone() {
      try {
        return ZoneId.of(timeZone == null ? "UTC" : timeZone);
      } catch (DateTimeException _) {
        throw ChannelRequest.wrong(
            "invalid_time_zone",
            "timeZone",
            "'" + timeZone + "' is no time zone; write it like Europe/Berlin");
      }
    }
  }

  @Schema(name = "Person")
  record PersonView(String email, String name, List<String> roles, String timeZone) {

    static PersonView of(Person person) {
      return new PersonView(
          person.email().value(),
          person.name(),
          person.roles().stream().sorted().toList(),
          person.timeZone().getId());
    }
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Paged
  @Operation(summary = "List people", description = "By name. Sort keys: `name`, `email`.")
  Mono<Page<PersonView>> list(
      Principal principal, @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    PageQuery page = PageQuery.parse(query, "name", Set.of("name", "email"));
    return transactions.stream(principal.tenant(), () -> directory.page(page))
        .map(PersonView::of)
        .collectList()
        .map(
            views ->
                page.page(
                    views,
                    view ->
                        new Position(
                            page.sort().equals("name") ? view.name() : view.email(),
                            view.email())));
  }

  @GetMapping("/{email}")
  @RequiresScope("channels:read")
  @Operation(summary = "One person")
  Mono<PersonView> one(Principal principal, @PathVariable String email) {
    return EmailAddress.parse(email)
        .map(address -> transactions.run(principal.tenant(), () -> directory.person(address)))
        .orElseGet(Mono::empty)
        .map(PersonView::of)
        .switchIfEmpty(Mono.error(() -> Ids.missing("person", email)));
  }

  @PutMapping("/{email}")
  @RequiresScope("channels:write")
  @Operation(summary = "Add or change a person")
  Mono<PersonView> put(
      Principal principal, @PathVariable String email, @RequestBody PersonRequest request) {
    EmailAddress address =
        EmailAddress.parse(email)
            .orElseThrow(
                () ->
                    Problem.badRequest("invalid_address", "'" + email + "' is no e-mail address"));
    Person person = request.as(address);
    return transactions
        .run(principal.tenant(), () -> directory.put(person).thenReturn(person))
        .map(PersonView::of);
  }
}
