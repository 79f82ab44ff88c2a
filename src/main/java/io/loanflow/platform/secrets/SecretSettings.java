package io.loanflow.platform.secrets;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that secrets are sealed with.
 *
 * @param keys id to 32 bytes as base64; all of them open, so an old one stays until nothing is sealed with it
 * @param active id of the one that seals; may be left out while there is one key
 */
@ConfigurationProperties("loanflow.secrets")
record SecretSettings(
        @DefaultValue Map<String, String> keys, @Nullable String active) {

    /** Says which keys there are and not what they are. */
    @Override
    public String toString() {
        return "keys " + keys.keySet() + ", active " + active;
    }
}
