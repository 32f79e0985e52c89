package io.holdfast.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shape of a service, as allow-lists: what is not allowed is refused. */
public final class ArchitectureRules {
  private static final String[] LANGUAGE = {"java..", "org.jspecify.."};

  private final String base;
  private final List<String> domain;

  private ArchitectureRules(String base, List<String> domain) {
    this.base = base;
    this.domain = domain;
  }

  /**
   * The rules of one service.
   *
   * @param base its root package
   * @param domain its first-level packages that are domain
   */
  public static ArchitectureRules service(String base, String... domain) {
    return new ArchitectureRules(base, List.of(domain));
  }

  /** Checks the service's main classes. */
  public void check() {
    check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(base));
  }

  void check(JavaClasses classes) {
    rules().forEach(rule -> rule.check(classes));
  }

  private Stream<ArchRule> rules() {
    Stream<ArchRule> everywhere = Stream.of(noCycles(), blocksOnlyAtTheEdge(), neverSubscribes());
    return domain.isEmpty() ? everywhere : Stream.concat(Stream.of(domainIsPure()), everywhere);
  }

  private ArchRule domainIsPure() {
    String[] packages =
        domain.stream().map(name -> base + "." + name + "..").toArray(String[]::new);
    String[] allowed =
        Stream.concat(Arrays.stream(LANGUAGE), Arrays.stream(packages)).toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed));
  }

  private ArchRule noCycles() {
    return slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  private ArchRule blocksOnlyAtTheEdge() {
    return noClasses()
        .that(not(resideInAnyPackage(base + ".intake..")))
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "is a blocking call of Reactor",
                    target ->
                        target.getName().startsWith("block")
                            && (target.getOwner().isAssignableTo(Mono.class)
                                || target.getOwner().isAssignableTo(Flux.class)))));
  }

  private ArchRule neverSubscribes() {
    return noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "subscribes by itself",
                    target ->
                        target.getName().equals("subscribe")
                            && (target.getOwner().isAssignableTo(Mono.class)
                                || target.getOwner().isAssignableTo(Flux.class)))));
  }
}
