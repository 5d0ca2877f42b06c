@ApplicationModule(displayName = "流程衔接", allowedDependencies = {"platform", "identity", "standard", "document", "intake", "review", "exam", "result", "certificate", "notice"})
package org.zhiping.casework;

import org.springframework.modulith.ApplicationModule;
