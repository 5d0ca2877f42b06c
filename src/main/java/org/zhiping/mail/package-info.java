/** What the product sends out: mails, and short messages where a gateway is set. One queue carries both. */
@ApplicationModule(displayName = "邮件与短信投递", allowedDependencies = {"platform", "identity", "notice", "signup"})
package org.zhiping.mail;

import org.springframework.modulith.ApplicationModule;
