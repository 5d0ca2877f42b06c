package org.zhiping.platform.process.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FormHandler;
import org.zhiping.platform.process.FormTask;
import org.zhiping.platform.process.SeparationOfDuties;

/** Platform and identity with one form, without the features and their models. No stereotype, so that the product's own scan passes by. */
@EnableAutoConfiguration
@ComponentScan(basePackages = {"org.zhiping.platform", "org.zhiping.identity"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org.zhiping.platform.process.model.*"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class GateProduct {

    /** Takes what the gate lets through. */
    public static class Judge implements FormHandler {

        public final List<Map<String, Object>> taken = new ArrayList<>();

        @Override
        public String task() {
            return "judge-work";
        }

        @Override
        public Map<String, Object> show(FormTask task) {
            return Map.of("summary", "案卷 " + task.variable("caseNumber"), "limit", new BigDecimal("80.50"),
                    "memberOptions", List.of(Map.of("label", "甲", "value", "a"), Map.of("label", "乙", "value", "b")),
                    "rows", List.of(Map.of("code", "m1", "name", "一"), Map.of("code", "m2", "name", "二")));
        }

        @Override
        public String complete(FormTask task, Map<String, Object> values) {
            if ("refuse me".equals(values.get("reason"))) {
                throw Refusal.invalid("reason", "form-pattern", "理由");
            }
            taken.add(values);
            return (String) values.get("outcome");
        }
    }

    /** Nobody called kin may work, and everything done is noted. */
    public static class Duties implements SeparationOfDuties {

        public final List<String> done = new ArrayList<>();

        @Override
        public void check(FormTask task, String person) {
            if (person.equals("kin")) {
                throw Refusal.forbidden("task-of-another");
            }
        }

        @Override
        public void checkGiver(FormTask task, String person) {
            check(task, person);
        }

        @Override
        public void checkReader(FormTask task, String person) {
            check(task, person);
        }

        @Override
        public void record(FormTask task, String person) {
            done.add(person);
        }
    }

    @Bean
    Judge judge() {
        return new Judge();
    }

    @Bean
    Duties duties() {
        return new Duties();
    }
}
