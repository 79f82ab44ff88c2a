package io.loanflow.identity.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses calls that are for certain groups, whatever rows they name, to everybody else. */
@Component
class GroupCheck implements HandlerInterceptor, WebMvcConfigurer {

    private final CurrentUser currentUser;

    GroupCheck(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call) {
            var openTo = call.getMethodAnnotation(OpenTo.class);
            if (openTo != null && openTo.value() == OpenTo.Rows.ALL && openTo.groups().length > 0) {
                require(openTo.groups());
            }
        }
        return true;
    }

    private void require(String... groups) {
        if (!currentUser.get().in(groups)) {
            throw Problem.forbidden("This is for these groups: " + String.join(", ", groups) + ".");
        }
    }
}
