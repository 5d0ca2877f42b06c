@ApplicationModule(displayName = "个人信息处理同意", allowedDependencies = {"platform", "identity"})
package org.zhiping.consent;

import org.springframework.modulith.ApplicationModule;
