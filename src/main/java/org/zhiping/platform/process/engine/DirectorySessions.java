package org.zhiping.platform.process.engine;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.zhiping.platform.process.Directory;

/** Gives the engine our directory wherever it asks for people and groups. */
record DirectorySessions(Directory directory) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new DirectoryIdentity(directory);
    }
}
