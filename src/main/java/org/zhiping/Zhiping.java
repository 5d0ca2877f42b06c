package org.zhiping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product: portal, desk, Camunda apps and REST APIs in one process. */
@SpringBootApplication
public class Zhiping {

    public static void main(String[] args) {
        SpringApplication.run(Zhiping.class, args);
    }
}
