package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @Test
    void aCallHasBeanMethodAndArguments() {
        Expression call = Expression.parse("${exams.issueTicket(caseNumber, 'THEORY', 3)}").orElseThrow();
        assertThat(call.kind()).isEqualTo(Expression.Kind.CALL);
        assertThat(call.bean()).isEqualTo("exams");
        assertThat(call.method()).isEqualTo("issueTicket");
        assertThat(call.arity()).isEqualTo(3);
        assertThat(call.variables()).containsExactly("caseNumber");
    }

    @Test
    void aConditionComparesVariablesWithLiterals() {
        Expression condition = Expression.parse("${part == 'none' && level != first || seated}").orElseThrow();
        assertThat(condition.kind()).isEqualTo(Expression.Kind.CONDITION);
        assertThat(condition.variables()).containsExactly("part", "level", "first", "seated");
        assertThat(condition.comparisons()).isEqualTo(List.of(new Expression.Comparison("part", true, "none")));
    }

    @Test
    void aVariableStandsAlone() {
        assertThat(Expression.parse(" ${publicityEnds} ").orElseThrow().kind()).isEqualTo(Expression.Kind.VARIABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "${}", "${ }", "#{part}", "${part} ${part}", "x${part}", "${part", "${''.getClass()}", "${a.b.c(d)}",
        "${a.b(c).d()}", "${a.b(c.d)}", "${a.b(c(d))}", "${a.b(c,)}", "${a.b(,c)}", "${a['b'](c)}", "${a.b}", "${a ? b : c}", "${a = 'b'}",
        "${a == 'b'.c()}", "${a == 'it\\'s'}", "${a == \"b\"}", "${a eq 'b'}", "${a == 'b' &&}", "${a == 'b' & c}", "${!a}", "${(a)}",
        "${a + b}", "${a == ${b}}", "${a.b('#{c}')}", "${a.b('${c}')}", "${a; b}", "${a -> b}", "${null}", "${empty}", "${a == null}",
        "${a.b(null)}", "${A.b()}", "${a == 'x' and b}"})
    void nothingElseIsAnExpression(String text) {
        assertThat(Expression.parse(text)).isEmpty();
    }
}
