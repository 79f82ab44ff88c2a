package io.loanflow.identity.web;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.Credentials;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.LoginRecord;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our filters behind Spring Security and before the engine's own. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final int BEHIND_SECURITY = 0;

    @Bean
    FilterRegistrationBean<Filter> engineCaller(CurrentUser currentUser, IdentityService engine) {
        return at(new EngineCaller(currentUser, engine), "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webAppSessions(Accounts accounts) {
        return at(new WebAppSessions(accounts), "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webAppLogin(Credentials credentials, Accounts accounts, LoginRecord record) {
        return at(new WebAppLogin(credentials, accounts, record), "/camunda/api/admin/auth/*");
    }

    private static FilterRegistrationBean<Filter> at(Filter filter, String paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEHIND_SECURITY);
        return registration;
    }
}
