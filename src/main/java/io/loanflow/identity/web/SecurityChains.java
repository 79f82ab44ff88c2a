package io.loanflow.identity.web;

import io.loanflow.identity.Viewer;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which door asks for what; a path that no rule opens stays shut. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String[] LOG_IN = {
        "/api/auth/login", "/api/auth/refresh", "/api/auth/logout", "/api/auth/register", "/api/auth/password-resets/**"
    };
    private static final String[] OPEN = {
        "/",
        "/error",
        "/favicon.ico",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui",
        "/swagger-ui/**",
        "/swagger-ui.html",
        "/password-reset",
        "/password-forgotten",
        "/password/*",
        "/sign/**",
        "/ws/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, Callers callers) throws Exception {
        return stateless(http.securityMatcher(under("/engine-rest")), callers::byTokenOrPassword)
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, Callers callers) throws Exception {
        return stateless(http.securityMatcher(under("/api")), callers::byToken)
                .authorizeHttpRequests(rules ->
                        rules.requestMatchers(LOG_IN).permitAll().anyRequest().authenticated())
                .build();
    }

    /** The engine's web applications keep their own session and their own protection against forged requests. */
    @Bean
    @Order(3)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(under("/camunda")), header -> Optional.empty())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable()).frameOptions(FrameOptionsConfig::sameOrigin))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(HttpSecurity http, Callers callers) throws Exception {
        return stateless(http, callers::byToken)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority("admin")
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Keeps Spring Boot from inventing a user with a password in the log. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** By the whole decoded path: Spring's own patterns leave out the part that maps to a servlet. */
    private static RequestMatcher under(String prefix) {
        return request -> {
            var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
            return path.equals(prefix) || path.startsWith(prefix + "/");
        };
    }

    private static HttpSecurity stateless(HttpSecurity http, Function<String, Optional<Viewer>> recognise)
            throws Exception {
        var refusals = new Refusals();
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new CallerFilter(recognise), AuthorizationFilter.class);
    }
}
