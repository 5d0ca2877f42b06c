package org.zhiping.platform.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.zhiping.ProductTest;

/** Everybody finds their lists in Tasklist, and what an administrator has changed of one is left alone. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "zhiping.sample.enabled=true")
class TasklistFiltersTest {

    @Autowired TasklistFilters lists;
    @Autowired EngineGrants grants;
    @Autowired FilterService filters;
    @Autowired IdentityService identity;
    @Autowired AuthorizationService authorizations;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;

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

    @Test
    void theListOfAllTasksThatAnEarlierVersionMadeForEverybodyIsTakenFromThoseWhoWorkOnTasksOnce(CapturedOutput log) {
        asAnEarlierVersionMadeIt(filter -> filter);
        lists.run(null);
        assertThat(seenBy("acceptance-officer")).doesNotContain("全部");
        assertThat(seenBy("manager")).contains("全部");
        assertThat(seenBy("process-owner")).contains("全部");
        lists.run(null);
        assertThat(log.toString().split("The list 全部 of Tasklist", -1)).as("said once").hasSize(2);

        for (Authorization grant : grants()) {
            authorizations.deleteAuthorization(grant.getId());
        }
        letEverybody();
        lists.run(null);
        assertThat(seenBy("acceptance-officer")).as("given back by hand").contains("全部");
        asAnEarlierVersionMadeIt(filter -> filter);
        lists.run(null);
    }

    @Test
    void aListOfAllTasksThatSomebodyHasChangedStays(CapturedOutput log) {
        Filter before = named("全部").get(0);
        Map<String, Object> properties = before.getProperties();
        List<UnaryOperator<Filter>> changes = List.of(filter -> filter.setName("全部任务"), filter -> filter.setOwner("manager"),
                filter -> filter.setProperties(Map.of("priority", 5)), filter -> filter.setQuery(tasks.createTaskQuery().taskPriority(50)));
        for (UnaryOperator<Filter> change : changes) {
            asAnEarlierVersionMadeIt(change);
            lists.run(null);
            assertThat(grants()).extracting(Authorization::getAuthorizationType).containsExactly(Authorization.AUTH_TYPE_GLOBAL);
            filters.saveFilter(all().setName("全部").setOwner(null).setProperties(properties).setQuery(tasks.createTaskQuery().orderByTaskCreateTime().asc()));
        }
        asAnEarlierVersionMadeIt(filter -> filter);
        Authorization own = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        own.setGroupId("approver");
        let(own);
        lists.run(null);
        assertThat(seenBy("evaluator")).as("shared with one more by hand").contains("全部");
        authorizations.deleteAuthorization(own.getId());
        assertThat(log.toString()).doesNotContain("The list 全部 of Tasklist");
        management.deleteProperty("zhiping.filter-narrowed.all");
        lists.run(null);
        assertThat(seenBy("evaluator")).doesNotContain("全部");
    }

    /** Seen by everybody, and not looked at since; {@code change} is what somebody has made of it. */
    private void asAnEarlierVersionMadeIt(UnaryOperator<Filter> change) {
        filters.saveFilter(change.apply(all()));
        grants().forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        letEverybody();
        management.deleteProperty("zhiping.filter-narrowed.all");
    }

    private void letEverybody() {
        let(authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL));
    }

    private void let(Authorization grant) {
        grant.setResource(Resources.FILTER);
        grant.setResourceId(all().getId());
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
    }

    private Filter all() {
        return filters.getFilter(management.getProperties().get("zhiping.filter.all"));
    }

    private List<Authorization> grants() {
        return authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(all().getId()).list();
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
