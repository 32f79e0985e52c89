package io.holdfast.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private static final String BASE = "io.holdfast.gateway";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  private static final ArchRule SQL_IN_ONE_ROOM =
      noClasses()
          .that(not(resideInAPackage(BASE + ".sessions..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.r2dbc..",
              "org.springframework.r2dbc..",
              "org.springframework.dao..",
              "java.sql..");

  /**
   * The seal, the claims, the firewall, paths, the migrations and what an outage is: none of what
   * makes a process a service.
   */
  private static final ArchRule LITTLE_OF_THE_PLATFORM =
      classes()
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("io.holdfast.."))
                  .or(resideInAPackage(BASE + ".."))
                  .or(resideInAPackage("io.holdfast.tenancy.firewall"))
                  .or(resideInAPackage("io.holdfast.tenancy.paths"))
                  .or(resideInAPackage("io.holdfast.tenancy.sealing"))
                  .or(resideInAPackage("io.holdfast.tenancy.claims"))
                  .or(
                      resideInAPackage("io.holdfast.tenancy")
                          .and(
                              simpleNameEndingWith("Migration")
                                  .or(simpleNameEndingWith("Outage")))));

  @Test
  void roomsKnowOnlyWhatIsListed() {
    ArchitectureRules.of(BASE)
        .knows("traces")
        .knows("problems", "traces")
        .knows("steps")
        .knows("limits", "problems", "steps")
        .knows("sessions", "problems")
        .knows("services", "problems", "traces")
        .knows("door", "limits", "problems", "services", "sessions")
        .knows("routes", "door", "problems", "services", "steps", "traces")
        .knows("documents", "services")
        .knows("console", "door", "problems", "steps")
        .check();
  }

  @Test
  void sqlIsInOneRoom() {
    SQL_IN_ONE_ROOM.check(CLASSES);
    assertBites(SQL_IN_ONE_ROOM);
  }

  @Test
  void takesLittleOfThePlatform() {
    LITTLE_OF_THE_PLATFORM.check(CLASSES);
    assertBites(LITTLE_OF_THE_PLATFORM);
  }

  /** On a class that breaks it: this test's own database. */
  private static void assertBites(ArchRule rule) {
    JavaClasses breaking = new ClassFileImporter().importClasses(GatewayDatabase.class);
    assertThatThrownBy(() -> rule.check(breaking)).isInstanceOf(AssertionError.class);
  }
}
