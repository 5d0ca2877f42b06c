@ApplicationModule(displayName = "流程衔接", allowedDependencies = {"platform", "identity", "consent", "standard", "document", "intake", "review", "exam", "result", "certificate", "notice"})
package org.zhiping.casework;

import org.springframework.modulith.ApplicationModule;
