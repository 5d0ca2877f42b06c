package org.zhiping.platform.process.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** One institution, no tenants. */
class NoTenants extends TenantQueryImpl {

    @Override
    public long executeCount(CommandContext context) {
        return 0;
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
        return List.of();
    }

    @Override
    public Object executeResult(ResultType type) {
        return type == ResultType.SINGLE_RESULT ? null : List.of();
    }

    @Override
    public long count() {
        return 0;
    }
}
