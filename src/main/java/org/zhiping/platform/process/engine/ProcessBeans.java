package org.zhiping.platform.process.engine;

import java.util.AbstractMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.zhiping.platform.process.ProcessBean;

/**
 * The beans that a model may name, and no others. They are looked up when a model calls them, for they come up after the
 * engine that some of them use.
 */
class ProcessBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;
    private final List<String> names;

    ProcessBeans(ApplicationContext context) {
        this.context = context;
        this.names = List.of(context.getBeanNamesForAnnotation(ProcessBean.class));
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && names.contains(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names.stream().map(name -> new SimpleImmutableEntry<Object, Object>(name, get(name))).collect(Collectors.toSet());
    }
}
