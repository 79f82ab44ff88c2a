package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read by a filter and is handed on, as it came or changed. */
public class RequestWithBody extends HttpServletRequestWrapper {

    private final byte[] body;

    public RequestWithBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body.clone();
    }

    /** A copy of the body. */
    byte[] body() {
        return body.clone();
    }

    /**
     * Reads a whole body.
     *
     * @param mostBytes the largest body that is read
     * @throws Problem 413 when the body is larger
     */
    public static byte[] read(HttpServletRequest request, int mostBytes) throws IOException {
        var body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            throw Problem.of(413, "Too large", "The body may have at most " + mostBytes + " bytes.");
        }
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
