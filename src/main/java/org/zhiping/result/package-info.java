@ApplicationModule(displayName = "评价结果", allowedDependencies = {"platform", "identity", "exam", "review", "intake", "standard"})
package org.zhiping.result;

import org.springframework.modulith.ApplicationModule;
