package org.zhiping;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.ProcessBean;

/** The rules of the code's structure. {@link ArchitectureTest} holds the product to them; {@link ArchitectureRulesBiteTest} shows them failing. */
final class ArchitectureRules {

    static final ArchRule CAMUNDA_STAYS_INSIDE = noClasses()
            .that().resideOutsideOfPackages("..platform.process..", "..casework..")
            .should().dependOnClassesThat().resideInAnyPackage("org.camunda..")
            .because("the engine is reached through platform.process and casework alone");

    static final ArchRule NO_CATCH_ALL_PACKAGES = noClasses()
            .should().resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..service..", "..helper..")
            .because("a package is named for what it holds");

    static final ArchRule PROCESS_BEANS_ARE_PUBLIC = classes()
            .that().areAnnotatedWith(ProcessBean.class).should().bePublic()
            .because("a package-private bean fails inside an expression with a bare NullPointerException");

    static final ArchRule PROCESS_BEANS_TAKE_PLAIN_VALUES = methods()
            .that().areDeclaredInClassesThat().areAnnotatedWith(ProcessBean.class).and().arePublic()
            .should(haveOnlyPlainParameters())
            .because("a model hands over Strings and primitives");

    static final ArchRule ONE_CLOCK = noClasses()
            .that().resideOutsideOfPackage("org.zhiping.platform")
            .should().callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone")
            .orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
            .orShould().callMethod(java.time.LocalDateTime.class, "now").orShould().callMethod(java.time.OffsetDateTime.class, "now")
            .orShould().callMethod(java.time.ZonedDateTime.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .because("time comes from the one Clock, so that it can be set");

    static final ArchRule ONE_LANGUAGE_RULE = noClasses()
            .that().doNotHaveFullyQualifiedName(Language.class.getName())
            .should().dependOnClassesThat().haveFullyQualifiedName(LocaleContextHolder.class.getName())
            .orShould().callMethod(Locale.class, "getDefault")
            .because("Language says in which language people are spoken to");

    static final ArchRule JDBC_IS_PRIVATE = classes()
            .that().haveSimpleNameStartingWith("Jdbc").should().bePackagePrivate()
            .because("a feature is asked through its interface");

    static final ArchRule SQL_STAYS_IN_REPOSITORIES = noClasses()
            .that().areNotAnnotatedWith(org.springframework.stereotype.Repository.class)
            .and(areNotInfrastructure())
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
            .because("aggregates and pages know nothing of SQL");

    static final ArchRule NO_CYCLES = slices().matching("org.zhiping.(*)..").should().beFreeOfCycles();

    private ArchitectureRules() {
    }

    private static DescribedPredicate<JavaClass> areNotInfrastructure() {
        return DescribedPredicate.not(resideInAnyPackage("org.zhiping.platform.."))
                .as("are outside the platform")
                .and(DescribedPredicate.describe("are not inside a repository", type -> !insideRepository(type)));
    }

    private static boolean insideRepository(JavaClass type) {
        return type.getEnclosingClass().map(outer -> outer.isAnnotatedWith(org.springframework.stereotype.Repository.class)
                || insideRepository(outer)).orElse(false);
    }

    private static ArchCondition<JavaMethod> haveOnlyPlainParameters() {
        return new ArchCondition<>("take only Strings and primitives") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean plain = method.getRawParameterTypes().stream()
                        .allMatch(type -> type.isPrimitive() || type.isEquivalentTo(String.class));
                events.add(new SimpleConditionEvent(method, plain, method.getFullName()));
            }
        };
    }
}
