@ApplicationModule(displayName = "考务", allowedDependencies = {"platform", "identity", "document", "intake", "standard"})
package org.zhiping.exam;

import org.springframework.modulith.ApplicationModule;
