package io.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTests {
  private static final String OFFENCES = "io.holdfast.testing.offence.";

  @Test
  void refusesADomainThatKnowsReactor() {
    assertThatThrownBy(() -> check("impure", "health")).hasMessageContaining("Mono");
  }

  @Test
  void refusesPackagesThatNeedEachOther() {
    assertThatThrownBy(() -> check("cycle")).hasMessageContaining("Cycle");
  }

  @Test
  void refusesToBlockOutsideOfTheIntake() {
    assertThatThrownBy(() -> check("blocking"))
        .hasMessageContaining("BlocksInTheWeb")
        .hasMessageNotContaining("BlocksInTheIntake");
  }

  @Test
  void refusesToSubscribe() {
    assertThatThrownBy(() -> check("subscribing")).hasMessageContaining("subscribe");
  }

  @Test
  void refusesADomainPackageThatDoesNotExist() {
    assertThatThrownBy(() -> check("cycle.a", "nowhere"))
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void acceptsAPureDomain() {
    assertThatCode(() -> check("pure", "health")).doesNotThrowAnyException();
  }

  private static void check(String offence, String... domain) {
    JavaClasses classes = new ClassFileImporter().importPackages(OFFENCES + offence);
    ArchitectureRules.service(OFFENCES + offence, domain).check(classes);
  }
}
