@ApplicationModule(displayName = "职业标准", allowedDependencies = {"platform", "identity"})
package org.zhiping.standard;

import org.springframework.modulith.ApplicationModule;
