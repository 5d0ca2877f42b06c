package org.zhiping.platform.process.rest;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.zhiping.platform.Texts;

/** Camunda's REST interface and web apps, behind our sign-in and with our refusals. */
@Configuration(proxyBeanMethods = false)
class EngineRest {

    private static final int AFTER_SPRING_SECURITY = 10;

    @Bean
    CamundaJerseyResourceConfig engineRestInterface(Texts texts) {
        return new CamundaJerseyResourceConfig() {
            @Override
            protected void registerAdditionalResources() {
                register(new RefusalAnswer(texts));
                register(new MalformedAnswer(texts));
                MissingAnswer.registerIn(this, texts);
                register(new ReadJson());
            }
        };
    }

    /** Takes the place and the name of the servlet that the web apps would register without our refusals. */
    @Bean
    ServletRegistrationBean<ServletContainer> webappsEngineRestInterface(Texts texts) {
        ResourceConfig config = ResourceConfig.forApplication(new EngineRestApplication());
        config.register(new RefusalAnswer(texts));
        config.register(new MalformedAnswer(texts));
        MissingAnswer.registerIn(config, texts);
        config.register(new ReadJson());
        var servlet = new ServletRegistrationBean<>(new ServletContainer(config), "/camunda/api/engine/*");
        servlet.setName("Engine Api");
        servlet.setOrder(0);
        return servlet;
    }

    @Bean
    FilterRegistrationBean<EngineIdentity> engineIdentity(IdentityService identity) {
        var filter = new FilterRegistrationBean<>(new EngineIdentity(identity));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsSignIn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappsSignIn.class.getName());
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebappNonces> webappNonces() {
        var filter = new FilterRegistrationBean<>(new WebappNonces());
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
