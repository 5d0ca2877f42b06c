@ApplicationModule(displayName = "通知", allowedDependencies = {"platform", "identity", "intake", "standard"})
package org.zhiping.notice;

import org.springframework.modulith.ApplicationModule;
