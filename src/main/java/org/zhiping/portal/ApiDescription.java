package org.zhiping.portal;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What stands above the operations at {@code /api-docs} and {@code /swagger-ui.html}. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(security = @SecurityRequirement(name = "basic"), info = @Info(title = "职评 Zhiping", version = "v1",
        description = "申请人接口 /api/v1 与业务台接口 /api/desk。办理任务使用 Camunda 自身的 REST API（/engine-rest）。"
                + "出错时返回 RFC 9457 problem+json：code 供程序判断，detail 供人阅读，errors 逐项说明。"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDescription {
}
