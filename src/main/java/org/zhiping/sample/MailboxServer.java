package org.zhiping.sample;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.server.SMTPServer;
import org.zhiping.identity.Role;
import org.zhiping.page.MenuEntry;

/** An SMTP server that keeps what it gets: the product delivers to it as to any other, and nothing leaves the machine. */
@Configuration(proxyBeanMethods = false)
@WithSampleMailbox
@EnableConfigurationProperties(MailProperties.class)
class MailboxServer {

    private static final int LONGEST_BYTES = 1_000_000;

    @Bean(initMethod = "start", destroyMethod = "stop")
    SMTPServer sampleMailServer(Mailbox mailbox) {
        return SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).hostName("localhost").softwareName("Zhiping sample")
                .maxMessageSize(LONGEST_BYTES).messageHandler((session, from, to, content) -> mailbox.keep(content)).build();
    }

    @Bean
    JavaMailSender sampleMailSender(SMTPServer server, MailProperties settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        sender.setPort(server.getPortAllocated());
        sender.getJavaMailProperties().putAll(settings.getProperties());
        return sender;
    }

    @Bean
    MenuEntry sampleMailbox() {
        return new MenuEntry("sample-mail", "/sample/mail", Arrays.stream(Role.values()).filter(Role::staff).collect(Collectors.toSet()));
    }
}
