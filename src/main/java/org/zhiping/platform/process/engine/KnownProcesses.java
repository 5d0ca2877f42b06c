package org.zhiping.platform.process.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * A deployed process never changes, and is in the engine's cache. The engine would still read its row with every command,
 * for it may have been suspended; that is a thing that nobody may do here.
 */
class KnownProcesses extends ProcessDefinitionManager {

    @Override
    public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
        ProcessDefinitionEntity known =
                Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache().get(id);
        return known != null ? known : super.findLatestProcessDefinitionById(id);
    }
}
