@ApplicationModule(displayName = "账号与权限", allowedDependencies = {"platform"})
package org.zhiping.identity;

import org.springframework.modulith.ApplicationModule;
