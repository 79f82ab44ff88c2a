package io.loanflow.platform.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every call: JSON and no other notation, days that a calendar has, no unknown parameters. */
@Component
class ApiConventions implements WebMvcConfigurer {

    private static final int LAST_YEAR = 9999;

    private final AnswerType answers;
    private final KnownParameters parameters;

    ApiConventions(AnswerType answers, KnownParameters parameters) {
        this.answers = answers;
        this.parameters = parameters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(answers);
        registry.addInterceptor(parameters);
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> converter instanceof AbstractJackson2HttpMessageConverter
                && !(converter instanceof MappingJackson2HttpMessageConverter));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, day());
    }

    private static Converter<String, LocalDate> day() {
        return text -> {
            if (text.isBlank()) {
                return null;
            }
            var day = LocalDate.parse(text.strip());
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("out of range");
            }
            return day;
        };
    }
}
