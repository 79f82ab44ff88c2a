package io.loanflow.notification.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a socket may do and for how long.
 *
 * @param allowedOrigins pages of other origins that may connect; the own origin always may
 * @param largestMessage of one message from a client
 * @param unsentLimit what may wait for a slow client before it is cut off
 * @param sendTimeout how long one message to a client may take before it is cut off
 * @param heartbeat how often a silent client is asked for a sign of life; after three it is given up
 */
@ConfigurationProperties("loanflow.websocket")
record SocketSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("10") int socketsPerUser,
        @DefaultValue("100") int messagesPerMinute,
        @DefaultValue("64KB") DataSize largestMessage,
        @DefaultValue("1MB") DataSize unsentLimit,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("20s") Duration heartbeat,
        @DefaultValue("30s") Duration ticketLife) {}
