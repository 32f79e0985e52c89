package io.holdfast.scoring.web;

import io.holdfast.tenancy.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a document about an account is for. */
enum Audience {
  INTERNAL,
  CUSTOMER;

  static Audience of(@Nullable String key) {
    if (key == null || key.isBlank() || key.equals("internal")) {
      return INTERNAL;
    }
    if (!key.equals("customer")) {
      throw Problem.badRequest(
          "unknown_audience",
          "'audience' is '%s'; it can be 'internal' or 'customer'".formatted(key));
    }
    return CUSTOMER;
  }

  boolean isCustomer() {
    return this == CUSTOMER;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
