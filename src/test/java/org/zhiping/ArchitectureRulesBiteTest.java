package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the architecture fails on the violation planted for it in the package {@code planted}. */
class ArchitectureRulesBiteTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");
    private static final ArchRule CYCLES_AMONG_THE_PLANTED = SlicesRuleDefinition.slices().matching("planted.(*)..").should().beFreeOfCycles();

    @TestFactory
    Stream<DynamicTest> everyRuleBites() {
        return ArchitectureTest.rulesOf(ArchitectureRules.class).map(field -> DynamicTest.dynamicTest(field.getName(), () -> {
            ArchRule rule = field.getName().equals("NO_CYCLES") ? CYCLES_AMONG_THE_PLANTED : ArchitectureTest.rule(field);
            assertThat(rule.evaluate(PLANTED).hasViolation()).as("%s sees the planted violation", field.getName()).isTrue();
        }));
    }
}
