package org.zhiping.platform.process.engine;

import com.github.benmanes.caffeine.cache.Cache;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/**
 * The background steps of a deployed process never change. The engine would still read one's row with every job, for it may have
 * been suspended or given a priority; those are things that nobody may do here.
 */
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
