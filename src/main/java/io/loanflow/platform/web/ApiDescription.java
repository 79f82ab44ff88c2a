package io.loanflow.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description says of the API as a whole; calls are described where they are answered. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";

    @Bean
    OpenAPI loanflowApi() {
        return new OpenAPI(SpecVersion.V31)
                .info(new Info()
                        .title("Loanflow")
                        .version("1")
                        .description(
                                "Loan applications from inquiry to closed. Log in with `POST /api/auth/login`, then"
                                        + " choose Authorize and paste the `access` token."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Names and types as they are really sent. */
    @Bean
    ModelResolver schemas(ObjectMapper json) {
        return new ModelResolver(json).openapi31(true);
    }

    @Bean
    GlobalOperationCustomizer refusals() {
        return new DescribedRefusals();
    }

    private static Schema<?> problem() {
        return object(
                        "Why a call was refused (RFC 9457); one that does not fit the stage says it and the ways out of it.")
                .addProperty("type", of("string"))
                .addProperty("title", of("string"))
                .addProperty("status", of("integer"))
                .addProperty("detail", of("string").description("A sentence for people."))
                .addProperty("instance", of("string").description("The path that was asked for."))
                .addProperty("violations", listOf("Violation").description("Everything that is wrong, at once."))
                .addProperty("stage", of("string").description("With a 409: the stage it is in."))
                .addProperty("requested_stage", of("string"))
                .addProperty(
                        "transitions", listOf("Transition").description("With a 409: what is open to the caller."));
    }

    private static Schema<?> object(String description) {
        return of("object").description(description);
    }

    private static Schema<?> listOf(String name) {
        return of("array").items(new Schema<>(SpecVersion.V31).$ref("#/components/schemas/" + name));
    }

    private static Schema<?> of(String type) {
        return new Schema<>(SpecVersion.V31).types(Set.of(type));
    }
}
