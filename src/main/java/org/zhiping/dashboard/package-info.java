@ApplicationModule(displayName = "管理看板", allowedDependencies = {"platform", "identity", "standard", "intake", "review", "exam", "result", "certificate", "casework", "page"})
package org.zhiping.dashboard;

import org.springframework.modulith.ApplicationModule;
