@ApplicationModule(displayName = "注册与验证码", allowedDependencies = {"platform", "identity"})
package org.zhiping.signup;

import org.springframework.modulith.ApplicationModule;
