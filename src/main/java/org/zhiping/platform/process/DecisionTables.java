package org.zhiping.platform.process;

import java.util.Map;

/** Brings decision tables into force that are not part of the program, and takes them out again, in the transaction that asks for it. */
public interface DecisionTables {

    /**
     * @param name   what the engine's web apps call it
     * @param tables content of {@code .dmn} files by path
     * @return id of the deployment
     * @throws org.zhiping.platform.Refusal (INVALID) when the tables break the rules for models
     */
    String deploy(String name, Map<String, byte[]> tables);

    /** What was in force before is in force again. */
    void withdraw(String deployment);
}
