package io.holdfast.local.provider;

import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tenant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Somebody who can sign in to the console. */
record Person(String email, String name, String tenant, Role role) {

  /** The same for everybody: these people do not exist. */
  static final String PASSWORD = "demo";

  static final List<Person> ALL =
      List.of(
          new Person("ana.rivera@larkfield.example", "Ana Rivera", Tenant.DEMO, Role.CSM),
          new Person("marcus.okoye@larkfield.example", "Marcus Okoye", Tenant.DEMO, Role.CSM),
          new Person("jonas.keller@larkfield.example", "Jonas Keller", Tenant.DEMO, Role.CSM),
          new Person("sofia.lindgren@larkfield.example", "Sofia Lindgren", Tenant.DEMO, Role.CSM),
          new Person("thomas.duval@larkfield.example", "Thomas Duval", Tenant.DEMO, Role.CSM),
          new Person("helen.brandt@larkfield.example", "Helen Brandt", Tenant.DEMO, Role.MANAGER),
          new Person("ines.okafor@larkfield.example", "Ines Okafor", Tenant.DEMO, Role.FINANCE),
          new Person("billing@larkfield.example", "Noor Haddad", Tenant.DEMO, Role.BILLING),
          new Person("priya.nair@larkfield.example", "Priya Nair", Tenant.DEMO, Role.PRODUCT),
          new Person("audit@larkfield.example", "Agnes Moreau", Tenant.DEMO, Role.AUDITOR),
          new Person("admin@larkfield.example", "Lee Larkfield", Tenant.DEMO, Role.ADMIN),
          new Person("admin@other.example", "Sam Other", Tenant.OTHER, Role.ADMIN));

  static final Map<String, Person> BY_EMAIL =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Person::email, Function.identity()));
}
