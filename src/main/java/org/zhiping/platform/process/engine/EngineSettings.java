package org.zhiping.platform.process.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.ParsedFeel;

/**
 * How the embedded engine is set up. It waits for our own migrations, for two of them at once on an empty schema would
 * get into each other's way.
 */
@Component
@DependsOnDatabaseInitialization
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineSettings extends AbstractCamundaConfiguration {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    private final ApplicationContext context;
    private final Directory directory;
    private final EngineTime time;
    private final EngineZone zone;

    EngineSettings(ApplicationContext context, Directory directory, EngineTime time, EngineZone zone) {
        this.context = context;
        this.directory = directory;
        this.time = time;
        this.zone = zone;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        zone.set();
        time.set();
        reachProcessBeansOnly(engine);
        keepLittle(engine);
        askForAuthority(engine);
        leaveOut(engine);
        askLess(engine);
        tellOfTasks(engine);
        engine.getCustomHistoryEventHandlers().add(new DecisionsTold(context));
        engine.setIdentityProviderSessionFactory(new DirectorySessions(directory));
        engine.setDmnEngineConfiguration(ParsedFeel.decisions());
        engine.setFailedJobRetryTimeCycle("R5/PT1M");
    }

    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        engine.getVariableSerializers().removeSerializer(engine.getVariableSerializers().getSerializerByName(JavaObjectSerializer.NAME));
        engine.getVariableSerializers().addSerializer(new NoJavaObjects());
        engine.getValueTypeResolver().addType(JsonType.JSON);
    }

    private void reachProcessBeansOnly(SpringProcessEngineConfiguration engine) {
        ProcessBeans beans = new ProcessBeans(context);
        engine.setBeans(beans);
        engine.setExpressionManager(new ProcessExpressions(context, beans));
    }

    private void tellOfTasks(SpringProcessEngineConfiguration engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new TaskMoves(context));
    }

    private static void keepLittle(SpringProcessEngineConfiguration engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new CaseHistory())));
        engine.setHistory(CaseHistory.NAME);
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setJavaSerializationFormatEnabled(false);
    }

    /** Users and groups are accounts and roles, whose names have dots and hyphens. {@code EngineGrants} only gives: nothing is ever revoked. */
    private void askForAuthority(SpringProcessEngineConfiguration engine) {
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        engine.setAuthorizationCheckRevokes("never");
        engine.setUserResourceWhitelistPattern(NAME);
        engine.setGroupResourceWhitelistPattern(NAME);
    }

    /** What cannot change is not asked of the database with every command (docs/performance.md). */
    private void askLess(SpringProcessEngineConfiguration engine) {
        Cache<String, JobDefinitionEntity> jobDefinitions = Caffeine.newBuilder().maximumSize(1_000).build();
        engine.setCustomSessionFactories(new ArrayList<>(List.of(
                new EngineSession(AuthorizationManager.class, () -> new RoleGrants(directory)),
                new EngineSession(JobDefinitionManager.class, () -> new KnownJobDefinitions(jobDefinitions)))));
        engine.setHistoryEventProducer(new KnownRemovalTimes());
    }

    private static void leaveOut(SpringProcessEngineConfiguration engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
    }
}
