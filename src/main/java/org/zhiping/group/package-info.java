@ApplicationModule(displayName = "集体报名", allowedDependencies = {"platform", "identity", "standard", "document", "intake", "consent"})
package org.zhiping.group;

import org.springframework.modulith.ApplicationModule;
