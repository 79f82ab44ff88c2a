package io.loanflow.notification.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;

/** Puts the WebSocket at its address: first the origin is looked at, then the log-in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableConfigurationProperties(SocketSettings.class)
class SocketConfiguration implements WebSocketConfigurer {

    static final String PATH = "/ws/notifications";

    private final SocketHandler handler;
    private final SocketGate gate;
    private final SocketSettings settings;

    SocketConfiguration(SocketHandler handler, SocketGate gate, SocketSettings settings) {
        this.handler = handler;
        this.gate = gate;
        this.settings = settings;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        var origins = settings.allowedOrigins();
        registry.addHandler(handler, PATH, PATH + "/")
                .addInterceptors(new OriginHandshakeInterceptor(origins), gate)
                .setAllowedOrigins(origins.toArray(String[]::new));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> largestSocketMessage(SocketSettings settings) {
        var bytes = String.valueOf(settings.largestMessage().toBytes());
        return factory -> factory.addContextCustomizers(context -> {
            context.addParameter("org.apache.tomcat.websocket.textBufferSize", bytes);
            context.addParameter("org.apache.tomcat.websocket.binaryBufferSize", bytes);
        });
    }
}
