@ApplicationModule(displayName = "申报", allowedDependencies = {"platform", "identity", "standard", "document"})
package org.zhiping.intake;

import org.springframework.modulith.ApplicationModule;
