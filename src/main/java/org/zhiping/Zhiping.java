package org.zhiping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the product: portal, desk, Camunda apps and REST APIs in one process. Beans are named by their full class name,
 * so that two features may each have their own {@code Drafts}.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Zhiping {

    public static void main(String[] args) {
        SpringApplication.run(Zhiping.class, args);
    }
}
