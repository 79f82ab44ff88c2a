package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.RequestDispatcher;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Makes problem answers of what is refused before any filter or controller of ours is asked. */
@Configuration(proxyBeanMethods = false)
class ServerErrors {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return server -> server.addContextCustomizers(ServerErrors::reportProblems);
    }

    /** For what Spring Security refuses by its looks, an error page of such a request included. */
    @Bean
    RequestRejectedHandler problemsOfTheFirewall() {
        return (request, response, rejected) -> {
            var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 400;
            var detail = "Write the path plainly: without ';', '//', '..' and encoded special characters.";
            Problems.write(
                    response,
                    status == 400
                            ? Problem.of(status, "Bad Request", detail)
                            : Problem.of(status, "Refused", "This request is refused."),
                    request.getRequestURI());
        };
    }

    private static void reportProblems(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
        }
    }
}
