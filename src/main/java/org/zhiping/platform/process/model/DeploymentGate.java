package org.zhiping.platform.process.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** Holds every deployment to {@link ModelRules}, whoever deploys; what breaks them never reaches the engine's own parsers. */
class DeploymentGate implements Deployer {

    private final ModelRules rules;
    private final ModelProblems texts;

    DeploymentGate(ModelRules rules, ModelProblems texts) {
        this.rules = rules;
        this.texts = texts;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            List<ModelProblem> problems = problems(deployment, Context.getCommandContext());
            if (!problems.isEmpty()) {
                throw refusal(problems);
            }
        }
    }

    private List<ModelProblem> problems(DeploymentEntity deployment, CommandContext context) {
        boolean byAPerson = context.getAuthenticatedUserId() != null;
        List<ModelProblem> problems = new ArrayList<>();
        if (byAPerson && ShippedModels.SOURCE.equals(deployment.getSource())) {
            problems.add(new ModelProblem(deployment.getName(), "", 0, "reserved-source", List.of(deployment.getSource())));
        }
        if (deployment.getTenantId() != null) {
            problems.add(new ModelProblem(deployment.getName(), "", 0, "tenant", List.of(deployment.getTenantId())));
        }
        Map<String, byte[]> resources = deployment.getResources().values().stream()
                .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
        rules.check(resources, new ModelsInForce(context).all()).stream()
                .filter(problem -> byAPerson || resources.containsKey(problem.resource())).forEach(problems::add);
        return problems;
    }

    /** One report a resource, for the client shows them there. */
    private ParseException refusal(List<ModelProblem> problems) {
        ParseException refusal = new ParseException(texts.list(problems), "", List.of(), List.of());
        refusal.getResorceReports().clear();
        problems.stream().collect(Collectors.groupingBy(ModelProblem::resource)).forEach((resource, found) ->
                refusal.getResorceReports().add(new ResourceReportImpl(resource,
                        found.stream().<Problem>map(this::reported).toList(), List.of())));
        return refusal;
    }

    private Problem reported(ModelProblem problem) {
        return new ReportedProblem(texts.text(problem), problem.line(), problem.element());
    }

    private record ReportedProblem(String message, int line, String element) implements Problem {

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public int getLine() {
            return line;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public String getMainElementId() {
            return element;
        }

        @Override
        public List<String> getElementIds() {
            return List.of(element);
        }
    }
}
