package org.zhiping;

import com.github.benmanes.caffeine.cache.Cache;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ReflectionUtils;
import org.zhiping.standard.Packs;

/**
 * Gives each class the product as it was when it had started: what an earlier class made in the one that they share is gone from its
 * database, and what the product remembers for some seconds is forgotten. Which class came before depends on what ran beside it.
 */
class AsStarted implements TestExecutionListener {

    private static final String OWN = "org.zhiping";
    /** The copy of each product's database. */
    private static final Map<ApplicationContext, String> COPIES = new WeakHashMap<>();

    @Override
    public void beforeTestClass(TestContext test) throws SQLException {
        ApplicationContext product = test.getApplicationContext();
        HikariDataSource pool = product.getBean(DataSource.class).unwrap(HikariDataSource.class);
        String copy = COPIES.get(product);
        if (copy == null) {
            COPIES.put(product, TestDatabase.copy(pool));
        } else {
            TestDatabase.putBack(pool, copy);
            product.getBeansOfType(Object.class, false, false).values().stream().map(AopTestUtils::getUltimateTargetObject)
                    .filter(bean -> bean.getClass().getName().startsWith(OWN)).forEach(AsStarted::forget);
            ReflectionTestUtils.setField(product.getBean(Packs.class), "known", null);
        }
    }

    private static void forget(Object bean) {
        ReflectionUtils.doWithFields(bean.getClass(), field -> {
            field.setAccessible(true);
            ((Cache<?, ?>) field.get(bean)).invalidateAll();
        }, field -> field.getType() == Cache.class);
    }
}
