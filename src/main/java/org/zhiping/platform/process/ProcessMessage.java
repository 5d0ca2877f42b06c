package org.zhiping.platform.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An event that starts or wakes a process. The message has the record's name in kebab-case ({@code PartScored} is
 * {@code part-scored}), and a process that it starts has the record's components as variables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessMessage {
}
