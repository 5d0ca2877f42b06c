package org.zhiping.benchmark.probe;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Puts the count around the data source, and the filter that says for which action it counts in front of everything. */
class Probe {

    private static final Tallies TALLIES = new Tallies();

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource") ? counted(source) : bean;
            }
        };
    }

    private static DataSource counted(DataSource source) {
        StatementCount count = new StatementCount(TALLIES);
        return ProxyDataSourceBuilder.create(source).listener(count).methodListener(count).build();
    }

    @Bean
    static JobCount jobCount() {
        return new JobCount(TALLIES);
    }

    @Bean
    static FilterRegistrationBean<ActionFilter> actionFilter() {
        FilterRegistrationBean<ActionFilter> filter = new FilterRegistrationBean<>(new ActionFilter(TALLIES));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
