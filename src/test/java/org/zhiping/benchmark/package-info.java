/**
 * What a case costs: whole cases over HTTP against the product in a process of its own. {@link org.zhiping.benchmark.Benchmark} is the
 * command, {@code probe} is what it adds to the product's class path so that statements can be counted where they are sent.
 * How to run it and what came out: {@code docs/performance.md}.
 */
package org.zhiping.benchmark;
