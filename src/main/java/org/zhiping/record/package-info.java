@ApplicationModule(displayName = "案卷记录", allowedDependencies = {"platform", "identity", "standard", "document", "intake", "exam", "notice", "mail"})
package org.zhiping.record;

import org.springframework.modulith.ApplicationModule;
