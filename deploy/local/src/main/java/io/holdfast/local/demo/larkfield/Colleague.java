package io.holdfast.local.demo.larkfield;

import java.util.List;

/**
 * Somebody who works at Larkfield.
 *
 * @param roles what the person answers for beside their own accounts
 */
public record Colleague(String email, String name, List<String> roles) {

  static final List<Colleague> SUCCESS_MANAGERS =
      List.of(
          manager("Ana Rivera"),
          manager("Marcus Okoye"),
          manager("Jonas Keller"),
          manager("Sofia Lindgren"),
          manager("Thomas Duval"));

  static final Colleague BILLING =
      new Colleague("billing@larkfield.example", "Noor Haddad", List.of("billing_owner"));

  private static Colleague manager(String name) {
    return new Colleague(
        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@larkfield.example",
        name,
        List.of());
  }
}
