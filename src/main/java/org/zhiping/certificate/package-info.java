@ApplicationModule(displayName = "证书", allowedDependencies = {"platform", "identity", "exam", "document", "intake", "standard"})
package org.zhiping.certificate;

import org.springframework.modulith.ApplicationModule;
