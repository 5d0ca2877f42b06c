/** The work list of those who decide hundreds of cases a day: a table of all open tasks, kept by the engine's own transactions. */
@ApplicationModule(displayName = "任务列表", allowedDependencies = {"platform", "identity", "intake", "exam"})
package org.zhiping.worklist;

import org.springframework.modulith.ApplicationModule;
