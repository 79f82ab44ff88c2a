package io.loanflow.document.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a time-stamping server (RFC 3161) confirm when a signature was made: PAdES baseline B-T. Only when one is configured. */
@Component
class TimeStamps {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int NONCE_BITS = 63;

    private final @Nullable URI server;

    TimeStamps(SealSettings settings) {
        var url = settings.timestampUrl();
        this.server = url == null || url.toString().isBlank() ? null : url;
    }

    /**
     * The same signature with a time stamp, or as it is when no server is configured.
     *
     * @throws IllegalStateException when the server does not answer as it should
     */
    CMSSignedData stamp(CMSSignedData signature) throws IOException {
        if (server == null) {
            return signature;
        }
        var signer = signature.getSignerInfos().getSigners().iterator().next();
        try {
            var stamped = SignerInformation.replaceUnsignedAttributes(
                    signer, attribute(token(server, sha256(signer.getSignature()))));
            return CMSSignedData.replaceSigners(signature, new SignerInformationStore(List.of(stamped)));
        } catch (IOException | TSPException e) {
            throw new IllegalStateException("The time-stamping server " + server + " does not answer as it should", e);
        }
    }

    private static AttributeTable attribute(byte[] token) throws IOException {
        var stamp = new DERSet(ASN1Primitive.fromByteArray(token));
        return new AttributeTable(new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, stamp));
    }

    private static byte[] token(URI server, byte[] hash) throws IOException, TSPException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        var request = generator.generate(
                NISTObjectIdentifiers.id_sha256, hash, new BigInteger(NONCE_BITS, new SecureRandom()));
        var response = new TimeStampResponse(ask(server, request));
        response.validate(request);
        var token = response.getTimeStampToken();
        if (token == null) {
            throw new IOException("no time stamp: " + response.getStatusString());
        }
        return token.getEncoded();
    }

    private static byte[] ask(URI server, TimeStampRequest request) throws IOException {
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var question = HttpRequest.newBuilder(server)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                .build();
        try {
            var answer = http.send(question, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(LONGEST_ANSWER);
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
