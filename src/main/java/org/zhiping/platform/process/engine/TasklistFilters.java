package org.zhiping.platform.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Directory;

/**
 * The lists that people find in Tasklist: some for everybody, one for each role that has tasks, seen by that role alone, and all tasks
 * for those who watch. Each is made once and remembered; what an administrator makes of it afterwards (another name, other columns, gone) stays.
 */
@Component
@Order(11)
class TasklistFilters implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TasklistFilters.class);
    private static final String MADE = "zhiping.filter.";
    private static final String ALL = "all";
    /** Set when the list of all tasks was made for those who watch, or one made for everybody was looked at. */
    private static final String NARROWED = "zhiping.filter-narrowed.all";
    private static final List<String> EVERYBODY = List.of();
    /** They may read every task, so that the engine need not compare each with the authorizations of their role. */
    private static final List<String> WATCH = List.of("manager", "process-owner");

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ManagementService management;
    private final Directory directory;
    private final Texts texts;

    TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, ManagementService management,
                    Directory directory, Texts texts) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.management = management;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        add("mine", EVERYBODY, -30, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}").orderByTaskCreateTime().asc());
        add("claimable", EVERYBODY, -20, tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}")
                .orderByTaskCreateTime().asc());
        add("overdue", EVERYBODY, -15, tasks.createTaskQuery().dueBeforeExpression("${now()}").orderByDueDate().asc());
        directory.roles().stream().filter(role -> !text("role." + role).isEmpty()).forEach(role -> add("role." + role, List.of(role), -12,
                tasks.createTaskQuery().taskCandidateGroup(role).includeAssignedTasks().orderByTaskCreateTime().asc()));
        TaskQuery all = tasks.createTaskQuery().orderByTaskCreateTime().asc();
        narrow(all);
        add(ALL, WATCH, -10, all);
    }

    private void add(String code, List<String> roles, int priority, TaskQuery query) {
        if (!management.getProperties().containsKey(MADE + code)) {
            Filter filter = named(code, priority, query);
            if (roles.equals(EVERYBODY)) {
                let(filter, authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL));
            }
            letRoles(filter, roles);
            management.setProperty(MADE + code, filter.getId());
        }
    }

    /** An earlier version showed all tasks to everybody. A list that is still as that version made it is taken from those who work on tasks, once. */
    private void narrow(TaskQuery query) {
        Map<String, String> known = management.getProperties();
        if (known.containsKey(NARROWED)) {
            return;
        }
        Filter there = known.containsKey(MADE + ALL) ? filters.createFilterQuery().filterId(known.get(MADE + ALL)).singleResult() : null;
        if (there != null && asMadeForEverybody(there, query)) {
            authorizations.deleteAuthorization(grants(there).get(0).getId());
            letRoles(there, WATCH);
            LOG.info("The list {} of Tasklist, as an earlier version made it for everybody, is now for {} alone", there.getName(), String.join(", ", WATCH));
        }
        management.setProperty(NARROWED, "true");
    }

    private boolean asMadeForEverybody(Filter there, TaskQuery query) {
        Filter made = list(ALL, -10, query);
        Map<String, Object> shown = new HashMap<>(made.getProperties());
        if (!there.getProperties().containsKey("variables")) {
            shown.remove("variables");
        }
        List<Authorization> grants = grants(there);
        return there.getName().equals(made.getName()) && there.getOwner() == null && there.getProperties().equals(shown)
                && ((FilterEntity) there).getQueryInternal().equals(((FilterEntity) made).getQueryInternal())
                && grants.size() == 1 && grants.get(0).getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                && ((AuthorizationEntity) grants.get(0)).getPermissions() == READ.getValue();
    }

    private List<Authorization> grants(Filter filter) {
        return authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(filter.getId()).list();
    }

    /** One of that name is there since an earlier version. */
    private Filter named(String code, int priority, TaskQuery query) {
        Filter there = filters.createFilterQuery().filterName(text(code)).list().stream().findFirst().orElse(null);
        if (there != null) {
            return there;
        }
        return filters.saveFilter(list(code, priority, query));
    }

    private Filter list(String code, int priority, TaskQuery query) {
        return filters.newTaskFilter(text(code)).setQuery(query).setProperties(Map.of("priority", priority, "refresh", true,
                "showUndefinedVariable", false, "description", text(code + ".hint"), "variables", List.of(shown("caseNumber"), shown("sessionNumber"))));
    }

    private void letRoles(Filter filter, List<String> roles) {
        for (String role : roles) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role);
            let(filter, grant);
        }
    }

    private void let(Filter filter, Authorization grant) {
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter.getId());
        grant.addPermission(READ);
        authorizations.saveAuthorization(grant);
    }

    /** The number that tells one card of the list from the next. */
    private Map<String, String> shown(String variable) {
        return Map.of("name", variable, "label", texts.of(Language.CHINESE, "process.shown." + variable));
    }

    private String text(String code) {
        return texts.orElse(Language.CHINESE, "process.filter." + code, "");
    }
}
