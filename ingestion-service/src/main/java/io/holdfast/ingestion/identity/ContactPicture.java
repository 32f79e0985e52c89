package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.PlainText;
import org.jspecify.annotations.Nullable;

/** A contact as the others are told of it: without name, e-mail and title. */
final class ContactPicture {
  private static final int LONGEST = 200;

  private ContactPicture() {}

  static String body(String contactId, Attributes said) {
    return new JsonText()
        .text("contactId", contactId)
        .text("role", said.get("role"))
        .text("department", department(said.get("department")))
        .flag("active", flag(said.get("active")))
        .text("leftOn", said.get("leftOn"))
        .end();
  }

  /** As much of it as the message carries. */
  private static @Nullable String department(@Nullable String said) {
    String told = said == null ? "" : PlainText.of(said, LONGEST).strip();
    return told.isEmpty() ? null : told;
  }

  private static @Nullable Boolean flag(@Nullable String text) {
    return text == null ? null : Boolean.valueOf(text);
  }
}
