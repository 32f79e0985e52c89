package io.holdfast.gateway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ShapeTests {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.holdfast.gateway");

  @Test
  void hasRoomsWithoutCycles() {
    slices().matching("io.holdfast.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void knowsNeitherDatabaseNorBroker() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.r2dbc..",
            "java.sql..",
            "org.apache.kafka..",
            "io.holdfast.tenancy..",
            "io.holdfast.messaging..")
        .check(CLASSES);
  }

  @Test
  void blocksNowhere() {
    noClasses()
        .should()
        .callMethodWhere(target(nameMatching("block|blockFirst|blockLast|subscribe")))
        .check(CLASSES);
  }
}
