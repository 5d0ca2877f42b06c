package org.zhiping.platform.process.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The list of everything that a client may ask of the engine over HTTP, by method, path and role. It holds for both
 * places where the engine answers, {@code /engine-rest} and the one behind the web apps; what is not on it is refused.
 */
final class EngineRules {

    record Rule(RequestMatcher request, Set<String> roles) {
    }

    private static final List<String> PLACES =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    private static final Set<String> TASKS = Set.of("acceptance-officer", "evaluator", "panel-member", "invigilator", "exam-officer",
            "score-verifier", "approver", "certificate-officer");
    private static final Set<String> WATCH = Set.of("manager", "process-owner", "administrator");
    private static final Set<String> MODELS = Set.of("process-owner");
    private static final Set<String> ACCOUNTS = Set.of("administrator");
    private static final Set<String> STAFF = and(and(TASKS, WATCH), Set.of("supervisor"));

    private final List<Rule> rules = new ArrayList<>();

    List<Rule> rules() {
        tasks();
        watching();
        models();
        accounts();
        return List.copyOf(rules);
    }

    private void tasks() {
        for (String listOfEngines : List.of("/camunda/api/engine/engine", "/camunda/api/engine/engine/")) {
            rules.add(new Rule(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, listOfEngines), STAFF));
        }
        get(STAFF, "/engine", "/version", "/user/{id}/profile");
        get(and(TASKS, WATCH), "/task", "/task/count", "/task/{id}", "/task/{id}/form", "/task/{id}/deployed-form", "/task/{id}/form-variables",
                "/task/{id}/identity-links", "/task/{id}/variables", "/task/{id}/comment", "/task/{id}/attachment",
                "/filter", "/filter/count", "/filter/{id}", "/filter/{id}/list", "/filter/{id}/count",
                "/process-definition/{id}", "/process-definition/{id}/xml", "/process-definition/key/{key}/xml",
                "/process-definition", "/process-definition/count", "/history/user-operation", "/history/user-operation/count");
        post(and(TASKS, WATCH), "/task", "/task/count", "/filter/{id}/list", "/filter/{id}/count");
        post(TASKS, "/task/{id}/claim", "/task/{id}/complete", "/task/{id}/submit-form");
        post(and(TASKS, Set.of("manager")), "/task/{id}/unclaim");
        post(TASKS, "/task/{id}/assignee");
        rule(and(TASKS, WATCH), "OPTIONS", "/filter", "/filter/{id}");
    }

    private void watching() {
        get(WATCH, "/process-definition/**", "/process-instance", "/process-instance/**", "/execution", "/execution/**",
                "/task/report/candidate-group-count", "/activity-instance/**", "/job", "/job/**", "/job-definition", "/job-definition/**", "/incident", "/incident/**",
                "/variable-instance", "/variable-instance/**", "/decision-definition", "/decision-definition/**",
                "/decision-requirements-definition", "/decision-requirements-definition/**", "/deployment", "/deployment/**",
                "/history/**", "/external-task", "/external-task/**", "/event-subscription", "/event-subscription/count",
                "/batch", "/batch/**", "/case-definition", "/case-definition/count", "/telemetry/configuration");
        post(WATCH, "/group", "/process-instance", "/process-instance/count", "/process-definition/statistics", "/execution", "/execution/count",
                "/job", "/job/count", "/job-definition", "/job-definition/count", "/incident/count", "/variable-instance", "/variable-instance/count",
                "/external-task", "/external-task/count", "/history/process-instance", "/history/process-instance/count",
                "/history/activity-instance", "/history/task", "/history/task/count", "/history/decision-instance",
                "/history/variable-instance", "/history/variable-instance/count", "/history/incident", "/history/job-log",
                "/history/job-log/count");
    }

    private void models() {
        post(MODELS, "/deployment/create", "/decision-definition/{id}/evaluate", "/decision-definition/key/{key}/evaluate",
                "/job/{id}/execute");
        rule(Set.of("process-owner", "manager"), "PUT", "/job/{id}/retries");
    }

    private void accounts() {
        get(ACCOUNTS, "/user", "/user/count", "/user/{id}/**", "/group", "/group/count", "/group/{id}", "/authorization",
                "/authorization/count", "/authorization/check", "/authorization/{id}", "/tenant", "/tenant/count", "/identity/**");
        rule(ACCOUNTS, "OPTIONS", "/user", "/user/**", "/group", "/group/**", "/authorization", "/authorization/**", "/tenant", "/tenant/**");
    }

    private void get(Set<String> roles, String... paths) {
        rule(roles, "GET", paths);
    }

    private void post(Set<String> roles, String... paths) {
        rule(roles, "POST", paths);
    }

    private void rule(Set<String> roles, String method, String... paths) {
        for (String place : PLACES) {
            for (String path : paths) {
                rules.add(new Rule(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(method), place + path), roles));
            }
        }
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
