package io.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Each rule is shown code that breaks it, and code that does not. */
class ArchitectureRulesTests {

  private static final String OFFENCES = "io.holdfast.testing.offence.";

  @Test
  void acceptsAServiceInShape() {
    ArchitectureRules service =
        of("none").domain("health").useCases("rescoring").edges("web", "persistence");

    assertThatCode(() -> service.check(classes("none"))).doesNotThrowAnyException();
  }

  @Test
  void refusesAPackageThatIsNotListed() {
    refuses("none", of("none").domain("health").useCases("rescoring").edges("web"))
        .hasMessageContaining("R2dbcHealths> is not contained in architecture");
  }

  @Test
  void refusesAListedPackageThatDoesNotExist() {
    refuses("impure", of("impure").domain("health", "nowhere"))
        .hasMessageContaining("Layer 'nowhere' is empty");
  }

  @Test
  void refusesADependencyThatIsNotListed() {
    refuses("cycle", of("cycle").knows("a", "b").knows("b"))
        .hasMessageContaining("cycle.b.B.other> has type <io.holdfast.testing.offence.cycle.a.A>");
  }

  @Test
  void refusesPackagesThatNeedEachOther() {
    refuses("cycle", of("cycle").knows("a", "b").knows("b", "a")).hasMessageContaining("Cycle");
  }

  @Test
  void refusesADomainThatKnowsReactor() {
    refuses("impure", of("impure").domain("health")).hasMessageContaining("Mono");
  }

  @Test
  void refusesADomainThatKnowsAUseCase() {
    refuses("outward", of("outward").domain("health").useCases("rescoring"))
        .hasMessageContaining("Health.rescore> has type");
  }

  @Test
  void refusesAUseCaseThatKnowsSpring() {
    refuses("framed", of("framed").useCases("rescoring")).hasMessageContaining("Component");
  }

  @Test
  void refusesAUseCaseThatKnowsAnEdge() {
    refuses("reaching", of("reaching").useCases("rescoring").edges("web"))
        .hasMessageContaining("HealthView");
  }

  @Test
  void refusesThatAnybodyButAConfigurationKnowsAnEdge() {
    refuses("sideways", of("sideways").edges("intake", "persistence"))
        .hasMessageContaining("UsageHandler")
        .hasMessageContaining("HealthProperties");
  }

  @Test
  void refusesSqlOutsideOfThePersistence() {
    refuses("scattered", of("scattered").edges("web")).hasMessageContaining("DatabaseClient");
  }

  @Test
  void refusesToSubscribe() {
    refuses("subscribing", of("subscribing").edges("web")).hasMessageContaining("Subscribes");
  }

  @Test
  void refusesToWaitButWhereThreadsMay() {
    refuses("waiting", of("waiting").edges("web", "loop").blockIn("loop"))
        .hasMessageContaining("Blocks.value")
        .hasMessageContaining("BlocksByReference")
        .hasMessageContaining("WaitsInTheFuture")
        .hasMessageContaining("Iterates")
        .hasMessageContaining("Streams")
        .hasMessageNotContaining("Loop");
  }

  private static AbstractThrowableAssert<?, ?> refuses(String offence, ArchitectureRules rules) {
    return assertThatThrownBy(() -> rules.check(classes(offence)));
  }

  private static ArchitectureRules of(String offence) {
    return ArchitectureRules.of(OFFENCES + offence);
  }

  private static JavaClasses classes(String offence) {
    return new ClassFileImporter().importPackages(OFFENCES + offence);
  }
}
