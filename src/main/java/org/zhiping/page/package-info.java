@ApplicationModule(displayName = "页面", allowedDependencies = {"platform", "identity", "standard", "intake", "review", "exam", "result", "notice", "document"})
package org.zhiping.page;

import org.springframework.modulith.ApplicationModule;
