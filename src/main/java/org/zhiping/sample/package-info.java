@ApplicationModule(displayName = "样例", allowedDependencies = {"platform", "identity", "standard", "intake", "page"})
package org.zhiping.sample;

import org.springframework.modulith.ApplicationModule;
