package io.loanflow.platform.secrets;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets the constraints of texts look into a {@link Secret}. */
@UnwrapByDefault
public class SecretContent implements ValueExtractor<@ExtractedValue(type = String.class) Secret> {

    @Override
    public void extractValues(Secret secret, ValueReceiver receiver) {
        receiver.value(null, secret.reveal());
    }
}
