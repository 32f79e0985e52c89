package io.holdfast.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * The shape of a module, as allow-lists: a package, or a dependency between packages, that is not
 * listed is refused. Only classes named {@code …Configuration} know all parts, to join them.
 */
public final class ArchitectureRules {

  /** The root package in {@link #knows}; in a service it knows what the edges know. */
  public static final String ROOT = "the root package";

  private static final String[] LANGUAGE = {"java..", "org.jspecify.."};
  private static final String[] LANGUAGE_REACTOR_PORTS = {
    "java..", "org.jspecify..", "reactor..", "io.holdfast.tenancy", "io.holdfast.messaging"
  };
  private static final String[] SQL = {"org.springframework.r2dbc..", "io.r2dbc..", "java.sql.."};

  private static final DescribedPredicate<JavaClass> CONFIGURATION =
      describe("a configuration", type -> type.getName().matches(".*Configuration(\\$.*)?"));

  private final String base;
  private final List<String> domain = new ArrayList<>();
  private final List<String> useCases = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();
  private final Map<String, List<String>> flat = new LinkedHashMap<>();
  private final List<String> blocking = new ArrayList<>();

  private ArchitectureRules(String base) {
    this.base = base;
  }

  /**
   * The rules of a module.
   *
   * @param base its root package; the others are named by what follows it
   */
  public static ArchitectureRules of(String base) {
    return new ArchitectureRules(base);
  }

  /** Packages that know each other and the language, and no library. */
  public ArchitectureRules domain(String... packages) {
    domain.addAll(List.of(packages));
    return this;
  }

  /** Packages that know each other, the domain, Reactor and the platform's ports. */
  public ArchitectureRules useCases(String... packages) {
    useCases.addAll(List.of(packages));
    return this;
  }

  /** Packages that know the domain, the use cases and libraries, but not each other. */
  public ArchitectureRules edges(String... packages) {
    edges.addAll(List.of(packages));
    return this;
  }

  /** A package outside of these circles, and the others that it knows. */
  public ArchitectureRules knows(String name, String... others) {
    flat.put(name, List.of(others));
    return this;
  }

  /** Packages with threads of their own, which may wait. */
  public ArchitectureRules blockIn(String... packages) {
    blocking.addAll(List.of(packages));
    return this;
  }

  /** Checks the module's main classes. */
  public void check() {
    check(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(base));
  }

  void check(JavaClasses classes) {
    Stream.of(
            packagesKnowWhatIsListed(),
            packagesAreFreeOfCycles(),
            only(domain, LANGUAGE),
            only(useCases, LANGUAGE_REACTOR_PORTS),
            sqlStaysInPersistence(),
            nobodySubscribes(),
            nobodyWaits())
        .forEach(rule -> rule.check(classes));
  }

  private ArchRule packagesKnowWhatIsListed() {
    LayeredArchitecture packages =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .optionalLayer(ROOT)
            .definedBy(base)
            .ignoreDependency(CONFIGURATION, alwaysTrue())
            .ensureAllClassesAreContainedInArchitecture();
    Map<String, List<String>> known = known();
    for (String name : known.keySet()) {
      packages = name.equals(ROOT) ? packages : packages.layer(name).definedBy(tree(name));
    }
    for (String name : known.keySet()) {
      packages = limit(packages, name, known.get(name));
    }
    return packages;
  }

  private static LayeredArchitecture limit(
      LayeredArchitecture packages, String name, List<String> known) {
    return known.isEmpty()
        ? packages.whereLayer(name).mayNotAccessAnyLayer()
        : packages.whereLayer(name).mayOnlyAccessLayers(known.toArray(String[]::new));
  }

  private Map<String, List<String>> known() {
    List<String> inside = Stream.concat(domain.stream(), useCases.stream()).toList();
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put(ROOT, inside);
    known.putAll(flat);
    domain.forEach(name -> known.put(name, domain));
    useCases.forEach(name -> known.put(name, inside));
    edges.forEach(name -> known.put(name, inside));
    return known;
  }

  private ArchRule packagesAreFreeOfCycles() {
    return slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  private ArchRule only(Collection<String> packages, String... libraries) {
    return classes()
        .that(resideInAnyPackage(trees(packages)))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(base + "..").or(resideInAnyPackage(libraries)))
        .allowEmptyShould(true);
  }

  private ArchRule sqlStaysInPersistence() {
    return noClasses()
        .that(resideInAnyPackage(trees(edges)).and(not(resideInAnyPackage(tree("persistence")))))
        .and(not(CONFIGURATION))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SQL))
        .allowEmptyShould(true);
  }

  private static ArchRule nobodySubscribes() {
    return noClasses().should().accessTargetWhere(ofReactor("subscribe"::equals));
  }

  private ArchRule nobodyWaits() {
    Set<String> waiting = Set.of("toFuture", "toIterable", "toStream");
    return noClasses()
        .that(not(resideInAnyPackage(trees(blocking))))
        .should()
        .accessTargetWhere(ofReactor(name -> name.startsWith("block") || waiting.contains(name)));
  }

  private static DescribedPredicate<JavaAccess<?>> ofReactor(Predicate<String> method) {
    return describe(
        "is a method of Reactor that subscribes or waits",
        access ->
            method.test(access.getTarget().getName())
                && access.getTargetOwner().isAssignableTo(Publisher.class));
  }

  private String[] trees(Collection<String> packages) {
    return packages.stream().map(this::tree).toArray(String[]::new);
  }

  private String tree(String name) {
    return base + "." + name + "..";
  }
}
