@ApplicationModule(displayName = "样例", allowedDependencies = {"platform", "identity", "standard", "consent", "document", "intake", "page", "mail"})
package org.zhiping.sample;

import org.springframework.modulith.ApplicationModule;
