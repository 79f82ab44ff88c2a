package io.loanflow.document.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How large uploads may be; their parts are in files, whatever their size. */
@Configuration(proxyBeanMethods = false)
class UploadSettings {

    /** For everything in an upload but the file. */
    private static final long REST = 1024 * 1024;

    @Bean
    MultipartConfigElement uploads(@Value("${loanflow.documents.largest:25MB}") DataSize largest) {
        return new MultipartConfigElement("", largest.toBytes(), largest.toBytes() + REST, 0);
    }
}
