package io.loanflow.document.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * What the lender seals with.
 *
 * @param chain the certificate of the key first, then those that vouch for it
 * @param own certificates of the lender's keys, this one and earlier ones
 */
record LenderKey(PrivateKey key, List<X509Certificate> chain, Set<X509Certificate> own) {

    private static final int SHORTEST_RSA = 2048;

    LenderKey {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new SealKeyProblem("The lender's RSA key has to have at least " + SHORTEST_RSA + " bits.");
        }
        if (!Set.of("RSA", "EC").contains(key.getAlgorithm())) {
            throw new SealKeyProblem("The lender's key has to be an RSA or an EC key.");
        }
        if (!maySign(chain.get(0))) {
            throw new SealKeyProblem("The lender's certificate is not one for signatures (key usage).");
        }
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** What the certificate calls its owner. */
    String name() {
        var names = X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        var common = names.getRDNs(BCStyle.CN);
        return common.length == 0
                ? names.toString()
                : IETFUtils.valueToString(common[0].getFirst().getValue());
    }

    String algorithm() {
        return algorithm(key);
    }

    static String algorithm(PrivateKey key) {
        return "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    }

    static boolean coveredBy(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    static boolean selfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Key usage digitalSignature (0) or nonRepudiation (1); one that says nothing may do everything. */
    private static boolean maySign(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return usage == null || usage[0] || usage[1];
    }

    @Override
    public String toString() {
        return "the key of " + certificate().getSubjectX500Principal();
    }
}
