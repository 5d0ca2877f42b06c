package org.zhiping.platform.process.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;

/** The lists that everybody finds in Tasklist. */
@Component
@Order(11)
class TasklistFilters implements ApplicationRunner {

    private final FilterService filters;
    private final TaskService tasks;
    private final Texts texts;

    TasklistFilters(FilterService filters, TaskService tasks, Texts texts) {
        this.filters = filters;
        this.tasks = tasks;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        add("mine", -30, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        add("claimable", -20, tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}"));
        add("all", -10, tasks.createTaskQuery());
    }

    private void add(String code, int priority, TaskQuery query) {
        String name = texts.of(Language.CHINESE, "process.filter." + code);
        if (filters.createFilterQuery().filterName(name).count() == 0) {
            Filter filter = filters.newTaskFilter(name);
            filter.setQuery(query.orderByTaskCreateTime().asc());
            filter.setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false,
                    "description", texts.of(Language.CHINESE, "process.filter." + code + ".hint"),
                    "variables", List.of(shown("caseNumber"), shown("sessionNumber"))));
            filters.saveFilter(filter);
        }
    }

    /** The number that tells one card of the list from the next. */
    private Map<String, String> shown(String variable) {
        return Map.of("name", variable, "label", texts.of(Language.CHINESE, "process.shown." + variable));
    }
}
