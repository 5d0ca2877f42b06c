@ApplicationModule(displayName = "平台", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package org.zhiping.platform;

import org.springframework.modulith.ApplicationModule;
