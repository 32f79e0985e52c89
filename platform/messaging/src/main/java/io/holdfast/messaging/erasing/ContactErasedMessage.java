package io.holdfast.messaging.erasing;

import io.holdfast.tenancy.erasing.ErasedPerson;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ingestion.contact-erased.v1}.
 *
 * @param addresses absent from who does not tell them yet
 */
record ContactErasedMessage(
    Set<String> contactIds, @Nullable Set<String> addresses, String opaqueId) {
  static final String TYPE = "ingestion.contact-erased.v1";

  ErasedPerson person() {
    return new ErasedPerson(contactIds, addresses == null ? Set.of() : addresses, opaqueId);
  }
}
