@ApplicationModule(displayName = "个人信息", allowedDependencies = {"platform", "identity", "intake", "notice", "page"})
package org.zhiping.privacy;

import org.springframework.modulith.ApplicationModule;
