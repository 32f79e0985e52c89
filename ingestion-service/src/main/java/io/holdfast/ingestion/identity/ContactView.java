package io.holdfast.ingestion.identity;

import org.jspecify.annotations.Nullable;

/** A person at an account, with personal data. */
public record ContactView(
    String contactId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String role,
    @Nullable String title,
    @Nullable Boolean active,
    @Nullable String leftOn) {

  static ContactView of(String contactId, Attributes said) {
    String active = said.get("active");
    return new ContactView(
        contactId,
        said.get("name"),
        said.get("email"),
        said.get("role"),
        said.get("title"),
        active == null ? null : Boolean.valueOf(active),
        said.get("leftOn"));
  }
}
