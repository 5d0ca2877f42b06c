package org.zhiping.platform.process.engine;

import com.github.benmanes.caffeine.cache.Cache;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/** Likewise for the definitions of a process's background steps, of which the engine reads one with every job. */
class KnownJobDefinitions extends JobDefinitionManager {

    private final Cache<String, JobDefinitionEntity> known;

    KnownJobDefinitions(Cache<String, JobDefinitionEntity> known) {
        this.known = known;
    }

    @Override
    public JobDefinitionEntity findById(String id) {
        return known.get(id, super::findById);
    }
}
