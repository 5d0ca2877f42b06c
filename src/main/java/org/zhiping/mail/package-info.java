@ApplicationModule(displayName = "邮件投递", allowedDependencies = {"platform", "identity", "notice"})
package org.zhiping.mail;

import org.springframework.modulith.ApplicationModule;
