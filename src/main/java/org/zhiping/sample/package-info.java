@ApplicationModule(displayName = "样例", allowedDependencies = {"platform", "identity", "standard", "intake", "page", "mail"})
package org.zhiping.sample;

import org.springframework.modulith.ApplicationModule;
