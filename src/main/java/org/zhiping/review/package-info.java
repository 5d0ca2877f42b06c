@ApplicationModule(displayName = "材料审核", allowedDependencies = {"platform", "identity", "intake", "standard", "document"})
package org.zhiping.review;

import org.springframework.modulith.ApplicationModule;
