package org.zhiping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the product: portal, desk, Camunda apps and REST APIs in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Zhiping {

    public static void main(String[] args) {
        SpringApplication.run(Zhiping.class, args);
    }
}
