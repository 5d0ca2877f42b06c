package org.zhiping.platform.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhiping.ProductTest;

/** Everybody finds their lists in Tasklist, and what an administrator has changed of one is left alone. */
@ProductTest
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class TasklistFiltersTest {

    @Autowired TasklistFilters lists;
    @Autowired EngineGrants grants;
    @Autowired FilterService filters;
    @Autowired IdentityService identity;

    @Test
    void eachRoleSeesTheCommonListsAndItsOwn() {
        assertThat(seenBy("acceptance-officer")).containsExactlyInAnyOrder("我的任务", "可认领的任务", "已逾期", "受理");
        assertThat(seenBy("approver")).containsExactlyInAnyOrder("我的任务", "可认领的任务", "已逾期", "批准");
        assertThat(seenBy("manager")).containsExactlyInAnyOrder("我的任务", "可认领的任务", "已逾期", "全部");
    }

    @Test
    void everyListCanBeAsked() {
        identity.setAuthentication("acceptance-officer", List.of("acceptance-officer"));
        try {
            filters.createFilterQuery().list().forEach(filter -> assertThat(filters.count(filter.getId())).as(filter.getName()).isNotNegative());
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void anotherStartNeitherDoublesNorBringsBackWhatWasChanged() {
        Filter edited = named("核分").get(0);
        edited.setName("成绩审核（改）");
        filters.saveFilter(edited);
        filters.deleteFilter(named("监考").get(0).getId());
        long before = filters.createFilterQuery().count();
        grants.run(null);
        lists.run(null);
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
        assertThat(named("核分")).isEmpty();
        assertThat(named("监考")).isEmpty();
        assertThat(seenBy("score-verifier")).contains("成绩审核（改）");
    }

    private List<Filter> named(String name) {
        return filters.createFilterQuery().filterName(name).list();
    }

    private List<String> seenBy(String role) {
        identity.setAuthentication(role, List.of(role));
        try {
            return filters.createFilterQuery().list().stream().map(Filter::getName).toList();
        } finally {
            identity.clearAuthentication();
        }
    }
}
