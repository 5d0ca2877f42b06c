package org.zhiping.platform.process.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.zhiping.platform.process.ProcessBean;
import org.zhiping.platform.process.ProcessMessage;

/**
 * What the code offers to the models.
 *
 * @param messages the names of the messages that we send, each with the variables that it brings
 * @param groups   the candidate groups
 */
public record Vocabulary(BeanSignatures beans, Map<String, Set<String>> messages, Set<String> groups) {

    /** Reads beans and messages from the classes below this package; nothing is started for it. */
    public static Vocabulary scan(String basePackage, Set<String> groups) {
        return new Vocabulary(BeanSignatures.of(annotated(ProcessBean.class, basePackage)),
                annotated(ProcessMessage.class, basePackage).stream()
                        .collect(Collectors.toUnmodifiableMap(type -> kebab(type.getSimpleName()), Vocabulary::components)),
                groups);
    }

    /** Every variable that some message brings. */
    Set<String> variables() {
        return messages.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static List<Class<?>> annotated(Class<? extends Annotation> annotation, String basePackage) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(annotation));
        return scanner.findCandidateComponents(basePackage).stream().map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, Vocabulary.class.getClassLoader())).toList();
    }

    private static Set<String> components(Class<?> message) {
        return Arrays.stream(message.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
    }
}
