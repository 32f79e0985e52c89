package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.JsonText;
import org.jspecify.annotations.Nullable;

/** A contact as the others are told of it: without name, e-mail and title. */
final class ContactPicture {
  private ContactPicture() {}

  static String body(String contactId, Attributes said) {
    return new JsonText()
        .text("contactId", contactId)
        .text("role", said.get("role"))
        .flag("active", flag(said.get("active")))
        .text("leftOn", said.get("leftOn"))
        .end();
  }

  private static @Nullable Boolean flag(@Nullable String text) {
    return text == null ? null : Boolean.valueOf(text);
  }
}
