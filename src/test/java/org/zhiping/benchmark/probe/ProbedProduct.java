package org.zhiping.benchmark.probe;

import org.springframework.boot.SpringApplication;
import org.zhiping.Zhiping;

/** The product with a count of what it asks of the database. */
public final class ProbedProduct {

    private ProbedProduct() {
    }

    public static void main(String[] args) {
        new SpringApplication(Zhiping.class, Probe.class).run(args);
    }
}
