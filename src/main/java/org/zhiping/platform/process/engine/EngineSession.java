package org.zhiping.platform.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Puts a part of our own in the place of one of the engine's: {@code open} makes one for each command. */
record EngineSession(Class<?> replaced, Supplier<Session> open) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return replaced;
    }

    @Override
    public Session openSession() {
        return open.get();
    }
}
