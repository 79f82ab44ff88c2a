package io.loanflow.document.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Reads the time that a time-stamping server says a signature was made at the latest. */
final class StampedTime {

    private StampedTime() {}

    /** Null when the stamp cannot be read, is of another signature, or was changed. */
    static @Nullable Instant of(Attribute stamp, byte[] signature) {
        try {
            var token = new TimeStampToken(ContentInfo.getInstance(stamp.getAttributeValues()[0]));
            var info = token.getTimeStampInfo();
            boolean fits = Arrays.equals(info.getMessageImprintDigest(), TimeStamps.sha256(signature));
            return fits && isVouchedFor(token) ? info.getGenTime().toInstant() : null;
        } catch (TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException unreadable) {
            return null;
        }
    }

    /** By a certificate that it brings along; who trusts that one has to decide for themselves. */
    private static boolean isVouchedFor(TimeStampToken token)
            throws GeneralSecurityException, OperatorCreationException {
        var signed = token.toCMSSignedData();
        var signer = signed.getSignerInfos().getSigners().iterator().next();
        var certificate = SignatureCheck.certificate(signed, signer);
        return certificate != null && SignatureCheck.fits(signer, certificate);
    }
}
