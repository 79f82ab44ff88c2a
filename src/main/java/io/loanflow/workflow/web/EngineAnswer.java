package io.loanflow.workflow.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Holds back what the engine answers when it is an error, so that a better answer can take its place. */
class EngineAnswer extends HttpServletResponseWrapper {

    private static final int FIRST_ERROR = 400;

    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();

    EngineAnswer(HttpServletResponse response) {
        super(response);
    }

    boolean isError() {
        return getStatus() >= FIRST_ERROR;
    }

    byte[] heldBack() {
        return heldBack.toByteArray();
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public void setContentLength(int length) {
        // the container counts: the answer may yet be replaced
    }

    @Override
    public void setContentLengthLong(long length) {
        // the container counts: the answer may yet be replaced
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isError()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Switch();
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new Switch(), true, StandardCharsets.UTF_8);
    }

    private final class Switch extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (isError()) {
                heldBack.write(bytes, offset, length);
            } else {
                EngineAnswer.super.getOutputStream().write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!isError()) {
                EngineAnswer.super.getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
