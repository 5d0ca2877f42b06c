package org.zhiping.platform.process.model;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiping.platform.process.ProcessBean;

/** The beans that a model may call, with their public methods, as their classes declare them. */
public record BeanSignatures(Map<String, Set<Signature>> methods) {

    /** A method as a model sees it. */
    public record Signature(String method, int arity) {
    }

    public static BeanSignatures of(Collection<Class<?>> types) {
        Map<String, Set<Signature>> methods = new HashMap<>();
        types.forEach(type -> methods.put(type.getAnnotation(ProcessBean.class).value(), signatures(type)));
        return new BeanSignatures(Map.copyOf(methods));
    }

    /** Nothing that {@code Object} has: {@code getClass} is the way out of the model. */
    private static Set<Signature> signatures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !isObjectMethod(method))
                .map(method -> new Signature(method.getName(), method.getParameterCount()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isObjectMethod(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(inherited -> inherited.getName().equals(method.getName())
                        && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes()));
    }

    boolean has(String bean) {
        return methods.containsKey(bean);
    }

    boolean has(String bean, String method, int arity) {
        return methods.getOrDefault(bean, Set.of()).contains(new Signature(method, arity));
    }
}
