package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.requests.Listed;
import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Contacts", description = "The people at an account; personal data, kept only here")
class ContactsController {
  private final Contacts contacts;
  private final Directory directory;
  private final Audit audit;
  private final TenantTransactions transactions;

  ContactsController(
      Contacts contacts, Directory directory, Audit audit, TenantTransactions transactions) {
    this.contacts = contacts;
    this.directory = directory;
    this.audit = audit;
    this.transactions = transactions;
  }

  @GetMapping("/api/v1/accounts/{accountId}/contacts")
  @RequiresScope("accounts:read")
  @Operation(
      summary = "The people at an account",
      description =
          "Sorted by contactId. Names, addresses and titles need the scope personal:read as well;"
              + " without it they are left out, and `redacted` names them.")
  @Listed
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {"contactId", "-contactId"},
              defaultValue = "contactId"))
  Mono<Page<ContactView>> list(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(hidden = true) ListQuery query) {
    if (!principal.maySee(accountId)) {
      return Mono.error(unknown(accountId));
    }
    PageQuery page = query.page("contactId", List.of("contactId"));
    return transactions.run(
        principal.tenant(),
        () ->
            directory
                .accounts(List.of(Reference.account(accountId)))
                .flatMap(
                    found ->
                        found.isEmpty()
                            ? Mono.error(unknown(accountId))
                            : page(principal, accountId, page)));
  }

  private Mono<Page<ContactView>> page(Principal principal, String accountId, PageQuery page) {
    return contacts
        .of(accountId, page)
        .map(contact -> contact.shownTo(principal))
        .collectList()
        .flatMap(found -> seen(principal, accountId, found).thenReturn(found))
        .map(
            found ->
                page.page(
                    found, view -> new PageQuery.Position(view.contactId(), view.contactId())));
  }

  private Mono<Void> seen(Principal principal, String accountId, List<ContactView> found) {
    return principal.maySeePersonalData()
        ? audit.seen(principal, "contacts", accountId, found.size())
        : Mono.empty();
  }

  private static Problem unknown(String accountId) {
    return Problem.notFound("unknown_account", "there is no account '" + accountId + "'");
  }
}
