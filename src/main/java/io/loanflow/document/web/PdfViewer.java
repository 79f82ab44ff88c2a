package io.loanflow.document.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the page for signing needs of pdf.js, at addresses without its version. The worker that reads a document, which may be
 * anybody's, is shut in by a policy of its own, because that of the page does not hold for it.
 */
@Component
class PdfViewer implements WebMvcConfigurer, HandlerInterceptor {

    private static final String PATH = "/sign/pdfjs/";
    private static final String WEBJAR = "META-INF/maven/org.webjars.npm/pdfjs-dist/pom.properties";
    private static final String OWN_CODE_ONLY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var files = "classpath:/META-INF/resources/webjars/pdfjs-dist/" + version() + "/";
        serve(registry, "build/*.min.mjs", files + "build/");
        serve(registry, "cmaps/*.bcmap", files + "cmaps/");
        serve(registry, "standard_fonts/*", files + "standard_fonts/");
        serve(registry, "wasm/*.js", files + "wasm/");
    }

    /** Asked for anew each time and mostly not changed: the page and its worker have to be of the same version. */
    private static void serve(ResourceHandlerRegistry registry, String pattern, String folder) {
        registry.addResourceHandler(PATH + pattern)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATH + "**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", OWN_CODE_ONLY);
        return true;
    }

    private static String version() {
        try {
            var properties = PropertiesLoaderUtils.loadProperties(new ClassPathResource(WEBJAR));
            return Objects.requireNonNull(properties.getProperty("version"));
        } catch (IOException e) {
            throw new IllegalStateException("pdf.js is not on the class path", e);
        }
    }
}
