package io.loanflow.document.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes the signature that PAdES baseline B-B asks for: CMS, detached, naming its certificate, and no time but that of the PDF. */
final class Signer {

    private final LenderKey lender;

    Signer(LenderKey lender) {
        this.lender = lender;
    }

    CMSSignedData sign(Path file, Gap gap) throws IOException {
        try {
            var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator() {
                @Override
                public AttributeTable getAttributes(@SuppressWarnings("rawtypes") Map parameters) {
                    return baseline(super.getAttributes(parameters));
                }
            });
            var signer = new JcaContentSignerBuilder(lender.algorithm()).build(lender.key());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(builder.build(signer, lender.certificate()));
            generator.addCertificates(new JcaCertStore(lender.chain()));
            return generator.generate(new Rest(file, gap), false);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("The document cannot be signed with the lender's key", e);
        }
    }

    private AttributeTable baseline(AttributeTable usual) {
        return usual.remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect)
                .add(PKCSObjectIdentifiers.id_aa_signingCertificateV2, naming(lender.certificate()));
    }

    private static SigningCertificateV2 naming(X509Certificate certificate) {
        var issuer = new GeneralNames(new GeneralName(
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded())));
        return new SigningCertificateV2(
                new ESSCertIDv2(fingerprint(certificate), new IssuerSerial(issuer, certificate.getSerialNumber())));
    }

    static byte[] fingerprint(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signed bytes, read each time somebody wants them. */
    record Rest(Path file, Gap gap) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            gap.writeTheRest(file, out);
        }

        @Override
        public Object getContent() {
            return file;
        }
    }
}
