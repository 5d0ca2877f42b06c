package org.zhiping.mail;

import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.zhiping.signup.Channels;

/** What this installation can send by. */
@Component
class OpenChannels implements Channels {

    private final boolean mail;
    private final boolean sms;

    OpenChannels(Optional<JavaMailSender> server, Optional<SmsGateway> gateway) {
        this.mail = server.isPresent();
        this.sms = gateway.isPresent();
    }

    @Override
    public boolean mail() {
        return mail;
    }

    @Override
    public boolean sms() {
        return sms;
    }
}
