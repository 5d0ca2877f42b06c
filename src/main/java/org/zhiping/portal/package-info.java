@ApplicationModule(displayName = "申请人门户", allowedDependencies = {"platform", "identity", "signup", "consent", "standard", "document", "intake", "review", "exam", "result", "certificate", "notice", "record", "casework", "page"})
package org.zhiping.portal;

import org.springframework.modulith.ApplicationModule;
