package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.JsonText;
import org.jspecify.annotations.Nullable;

/** An account as the others are told of it. */
final class AccountPicture {

  private AccountPicture() {}

  static String body(String accountId, Attributes said) {
    String name = said.get("name");
    return new JsonText()
        .text("name", name == null || name.isBlank() ? accountId : name)
        .text("industry", said.get("industry"))
        .text("country", said.get("country"))
        .number("employees", number(said.get("employees")))
        .text("ownerEmail", said.get("ownerEmail"))
        .text("parentAccountId", said.get("parentAccountId"))
        .text("createdAt", said.get("createdAt"))
        .object("externalIds", said.below(Attributes.EXTERNAL))
        .object("traits", said.below(Attributes.TRAIT))
        .end();
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null ? null : Long.valueOf(text);
  }
}
