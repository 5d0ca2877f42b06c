@ApplicationModule(displayName = "业务台", allowedDependencies = {"platform", "identity", "standard", "document", "intake", "review", "exam", "result", "certificate", "notice", "mail", "record", "casework", "page", "worklist"})
package org.zhiping.desk;

import org.springframework.modulith.ApplicationModule;
