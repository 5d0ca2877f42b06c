@ApplicationModule(displayName = "文件", allowedDependencies = {"platform", "identity"})
package org.zhiping.document;

import org.springframework.modulith.ApplicationModule;
