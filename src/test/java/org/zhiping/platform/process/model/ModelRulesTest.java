package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deployment brings some models only: they are judged together with those already in force. */
class ModelRulesTest {

    private final ModelRules rules = new ModelRules(SoundModels.VOCABULARY);

    @Test
    void whatIsMissingMayBeInForceAlready() {
        Map<String, byte[]> visit = only(SoundModels.all(), "visit.bpmn");
        assertThat(rules.check(visit)).extracting(ModelProblem::code)
                .contains("unknown-process", "unknown-decision", "unknown-form");
        assertThat(rules.check(visit, SoundModels.all())).isEmpty();
    }

    @Test
    void aNewFormMustStillGiveTheOutcomeOfTheProcessInForce() {
        Map<String, byte[]> form = only(SoundModels.changed("rate-visit.form", "\"key\": \"rating\"", "\"key\": \"mark\""), "rate-visit.form");
        assertThat(rules.check(form, SoundModels.all()))
                .extracting(ModelProblem::resource, ModelProblem::code).containsExactly(
                        tuple("visit.bpmn", "outcome-not-in-form"));
    }

    @Test
    void whatWasWrongBeforeDoesNotStopAnotherModel() {
        Map<String, byte[]> inForce = SoundModels.changed("visit.bpmn", "evaluator", "nobody");
        assertThat(rules.check(only(inForce, "look-again.form"), inForce)).isEmpty();
    }

    @Test
    void aProblemNamesItsPlace() {
        assertThat(rules.check(SoundModels.changed("visit.bpmn", "evaluator", "nobody"))).singleElement()
                .hasToString("visit.bpmn:24 rate-visit: unknown-group [nobody]");
    }

    private static Map<String, byte[]> only(Map<String, byte[]> models, String name) {
        return Map.of(name, models.get(name));
    }
}
