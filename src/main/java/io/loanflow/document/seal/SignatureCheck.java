package io.loanflow.document.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Checks one signature, and says in sentences what it found. */
final class SignatureCheck {

    private final LenderKey lender;
    private final List<String> details = new ArrayList<>();
    private @Nullable Instant at;

    /** @param at when the file says that it was signed */
    SignatureCheck(LenderKey lender, @Nullable Instant at) {
        this.lender = lender;
        this.at = at;
    }

    List<String> details() {
        return List.copyOf(details);
    }

    boolean holds(Path file, Gap gap) throws IOException {
        try {
            var signed =
                    new CMSSignedData(new Signer.Rest(file, gap), ContentInfo.getInstance(first(gap.content(file))));
            var signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return no("The digital signature is not that of one signer.");
            }
            return holds(signed, signers.iterator().next());
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | RuntimeException unreadable) {
            return no("The digital signature of the signed copy cannot be read.");
        }
    }

    /** What follows only fills the place. */
    private static ASN1Primitive first(byte[] content) {
        try (var objects = new ASN1InputStream(content)) {
            return objects.readObject();
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private boolean holds(CMSSignedData signed, SignerInformation signer)
            throws GeneralSecurityException, OperatorCreationException {
        var certificate = certificate(signed, signer);
        if (certificate == null || !names(signer, certificate)) {
            return no("The digital signature does not name the certificate that it was made with.");
        }
        if (!fits(signer, certificate)) {
            return no("The digital signature does not fit the bytes: something was changed after signing.");
        }
        details.add("The digital signature covers every byte of the signed copy and fits.");
        readTimeStamp(signer);
        boolean ours = lender.own().contains(certificate);
        describe(certificate, ours);
        return ours && wasGood(certificate);
    }

    static boolean fits(SignerInformation signer, X509Certificate certificate) throws OperatorCreationException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException otherBytes) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    static @Nullable X509Certificate certificate(CMSSignedData signed, SignerInformation signer)
            throws GeneralSecurityException {
        var found = signed.getCertificates().getMatches(signer.getSID());
        return found.isEmpty()
                ? null
                : new JcaX509CertificateConverter()
                        .getCertificate((X509CertificateHolder) found.iterator().next());
    }

    private static boolean names(SignerInformation signer, X509Certificate certificate) {
        var attributes = signer.getSignedAttributes();
        var attribute = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        var named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                .getCerts();
        return named.length > 0 && Arrays.equals(named[0].getCertHash(), Signer.fingerprint(certificate));
    }

    private void readTimeStamp(SignerInformation signer) {
        var attributes = signer.getUnsignedAttributes();
        var stamp = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamp == null) {
            details.add("It carries no time stamp of a third party; it says that it was made at " + at + ".");
            return;
        }
        var time = StampedTime.of(stamp, signer.getSignature());
        if (time == null) {
            details.add("Its time stamp does not fit.");
        } else {
            at = time;
            details.add("A time-stamping server says that it was made at " + time + " at the latest.");
        }
    }

    private void describe(X509Certificate certificate, boolean ours) {
        var name = certificate.getSubjectX500Principal().getName();
        details.add(
                ours
                        ? "It was made with the lender's certificate " + name + "."
                        : "It was made with the certificate " + name + ", which is not the lender's.");
        if (LenderKey.selfSigned(certificate)) {
            details.add("The certificate is self-signed: nobody else vouches for it.");
        }
        if (!LenderKey.coveredBy(certificate, Instant.now())) {
            details.add("The certificate is valid from "
                    + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant() + ", and so not today.");
        }
    }

    private boolean wasGood(X509Certificate certificate) {
        var time = at;
        return time != null && LenderKey.coveredBy(certificate, time)
                || no("The certificate was not valid when the signature says that it was made.");
    }

    private boolean no(String why) {
        details.add(why);
        return false;
    }
}
